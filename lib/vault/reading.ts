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
  /** One record; null when there is none. Throws `record-damaged`, or `vault-newer`. */
  read(id: string): Promise<QuestionRecord | null>;
}

/** The reading half of a vault over its shelf; `keys` gives the keys of an open one, and rejects for any other. */
export function makeReading(shelf: Shelf, keys: () => Promise<VaultKeys>) {
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
      const [stored = [], aside = []] = await shelf.ranges([RECORD_PREFIX, ASIDE_PREFIX]);
      const { records, damaged } = await unsealAll(key, stored);
      records.sort(
        ({ record: one }, { record: other }) => one.addedAt - other.addedAt || one.position - other.position,
      );
      return { records, damaged: [...damaged, ...aside.map(([id]) => id)] };
    },

    async read(id) {
      const { records: key } = await keys();
      const [stored] = await shelf.get([id]);
      return stored === undefined ? null : unsealRecord(key, id, stored);
    },
  };
  return reading;
}

/** In flight together: enough to keep the browser's threads busy, few enough that messages are heard in between. */
const OPENED_AT_ONCE = 1_000;

/** Decrypts many records; what cannot be read is told by its id. */
async function unsealAll(key: CryptoKey, stored: readonly (readonly [string, unknown])[]): Promise<Listed> {
  const records: Listed['records'] = [];
  const damaged: string[] = [];
  for (let start = 0; start < stored.length; start += OPENED_AT_ONCE) {
    if (start > 0) await pause();
    const slice = stored.slice(start, start + OPENED_AT_ONCE);
    const opened = await Promise.all(
      slice.map(([id, value]) => unsealRecord(key, id, value).catch((): null => null)),
    );
    for (const [place, record] of opened.entries()) {
      const id = slice[place]?.[0] ?? '';
      if (record) records.push({ id, record });
      else damaged.push(id);
    }
  }
  return { records, damaged };
}
