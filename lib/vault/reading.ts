import type { QuestionRecord } from '../challenge/answer.ts';
import { pause } from '../pause.ts';
import { idPrefixOf } from './blind-index.ts';
import type { VaultKeys } from './keys.ts';
import { ASIDE_PREFIX, RECORD_PREFIX } from './layout.ts';
import { unsealRecord } from './record.ts';
import type { Shelf } from './shelf.ts';

/** Records found for one question; `damaged` counts those that are there and cannot be read. */
export interface Found {
  exact: QuestionRecord[];
  otherSpellings: QuestionRecord[];
  damaged: number;
}

/** `damaged` are the ids of what is there and cannot be read, with what was set aside. */
export interface Listed {
  records: { id: string; record: QuestionRecord }[];
  damaged: string[];
}

/** What can be read of an open vault. */
export interface Reading {
  /** Records of a question under any of the accounts, in one transaction. */
  lookUp(accounts: readonly (string | null)[], question: string): Promise<Found>;
  /** Every record, in the order in which they were added. */
  list(): Promise<Listed>;
  /**
   * Records after the id `after`, null: the first ones, in the order of their ids. `next` is the id to go on from, null
   * after the last part, which tells what was set aside too. Each part is as it was when it was read.
   */
  listPart(after: string | null): Promise<Listed & { next: string | null }>;
  /** One record; null when there is none. Throws `record-damaged`, or `vault-newer`. */
  read(id: string): Promise<QuestionRecord | null>;
}

/** Questions in the first part of a list: all that a family has, and more than a window shows. */
const FIRST_PART = 100;
/** And in each later one: what is read, sent and taken up within a few frames. */
const LATER_PARTS = 1_000;

/** The reading half of a vault over its shelf; `keys` gives the keys of an open one, and rejects for any other. */
export function makeReading(shelf: Shelf, keys: () => Promise<VaultKeys>) {
  /** What is most likely asked for next, encrypted as it is: it is read while the part before it is worked on. */
  let ahead: { after: string; stored: ReturnType<Shelf['part']> } | null = null;
  const reading: Reading = {
    async lookUp(accounts, question) {
      const { index, records: key } = await keys();
      const prefixes = await Promise.all(accounts.map((account) => idPrefixOf(index, { account, question })));
      const stored = (await shelf.ranges(prefixes)).flat();
      const { records, damaged } = await unsealAll(key, stored);
      // A record says itself which question it is of, and cannot be of any other than its id.
      const isExact = ({ record }: { record: QuestionRecord }) => record.question === question;
      return {
        exact: records.filter(isExact).map(({ record }) => record),
        otherSpellings: records.filter((one) => !isExact(one)).map(({ record }) => record),
        damaged: damaged.length,
      };
    },

    async list() {
      const { records: key } = await keys();
      const parts = await shelf.inParts([RECORD_PREFIX, ASIDE_PREFIX], async (part): Promise<Listed> => {
        const isAside = part[0]?.[0].startsWith(ASIDE_PREFIX);
        return isAside ? { records: [], damaged: part.map(([id]) => id) } : unsealAll(key, part);
      });
      const records = parts.flatMap((part) => part.records);
      records.sort(
        ({ record: one }, { record: other }) => one.addedAt - other.addedAt || one.position - other.position,
      );
      return { records, damaged: parts.flatMap(({ damaged }) => damaged) };
    },

    async listPart(after) {
      const { records: key } = await keys();
      const most = after === null ? FIRST_PART : LATER_PARTS;
      const reading = ahead?.after === after ? ahead.stored : shelf.part(RECORD_PREFIX, after, most);
      ahead = null;
      const stored = await reading;
      const next = stored.length < most ? null : (stored.at(-1)?.[0] ?? null);
      const readAhead = () => {
        if (next === null) return;
        ahead = { after: next, stored: shelf.part(RECORD_PREFIX, next, LATER_PARTS) };
        ahead.stored.catch(() => {}); // it is told to who asks for that part
      };
      const [aside = []] = next === null ? await shelf.ranges([ASIDE_PREFIX]) : [];
      if (after !== null) {
        readAhead();
        await pause(); // so that it is asked for before a thousand decryptions are handed out
      }
      const { records, damaged } = await unsealAll(key, stored);
      // Nothing stands in the way of the first part, which somebody waits for.
      if (after === null) readAhead();
      return { records, damaged: [...damaged, ...aside.map(([id]) => id)], next };
    },

    async read(id) {
      const { records: key } = await keys();
      const [stored] = await shelf.get([id]);
      return stored === undefined ? null : unsealRecord(key, id, stored);
    },
  };
  return reading;
}

/** From here on, reading all that is stored in two requests takes less than one request for each value. */
const MANY = 1_000;

/** What is stored under the ids of records, be they many; undefined where there is nothing. */
export async function valuesOf(shelf: Shelf, ids: readonly string[]): Promise<unknown[]> {
  if (ids.length < MANY) return shelf.get(ids);
  const stored = new Map((await shelf.ranges([RECORD_PREFIX, ASIDE_PREFIX])).flat());
  return ids.map((id) => stored.get(id));
}

/** Decrypts records; what cannot be read is told by its id. */
async function unsealAll(key: CryptoKey, stored: readonly (readonly [string, unknown])[]): Promise<Listed> {
  const records: Listed['records'] = [];
  const damaged: string[] = [];
  const open = ([id, value]: readonly [string, unknown]) =>
    unsealRecord(key, id, value).catch((): null => null);
  for (const [place, record] of (await Promise.all(stored.map(open))).entries()) {
    const id = stored[place]?.[0] ?? '';
    if (record) records.push({ id, record });
    else damaged.push(id);
  }
  return { records, damaged };
}
