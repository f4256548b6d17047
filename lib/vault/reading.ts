import { get, promisifyRequest, type UseStore } from 'idb-keyval';
import type { QuestionRecord } from '../challenge/answer.ts';
import { idOf, idPrefixOf, RECORD_PREFIX } from './blind-index.ts';
import type { VaultKeys } from './keys.ts';
import { unsealRecord } from './record.ts';

/** Records found for one question; `damaged` counts those that are there and cannot be read. */
export interface Found {
  exact: QuestionRecord[];
  otherSpellings: QuestionRecord[];
  damaged: number;
}

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
  /** One record; null when there is none. Throws `record-damaged`. */
  read(id: string): Promise<QuestionRecord | null>;
}

/** The reading half of a vault over its store; `keys` gives the keys of an open one, and rejects for any other. */
export function makeReading(store: UseStore, keys: () => Promise<VaultKeys>) {
  const reading: Reading = {
    async lookUp(accounts, question) {
      const { index, records: key } = await keys();
      const subjects = accounts.map((account) => ({ account, question }));
      const [prefixes, exactIds] = await Promise.all([
        Promise.all(subjects.map((subject) => idPrefixOf(index, subject))),
        Promise.all(subjects.map((subject) => idOf(index, subject))),
      ]);
      const stored = (await readRanges(store, prefixes)).flat();
      const { records, damaged } = await unsealAll(key, stored);
      const isExact = ({ id }: { id: string }) => exactIds.includes(id);
      return {
        exact: records.filter(isExact).map(({ record }) => record),
        otherSpellings: records.filter((one) => !isExact(one)).map(({ record }) => record),
        damaged: damaged.length,
      };
    },

    async list() {
      const { records: key } = await keys();
      const [stored = []] = await readRanges(store, [RECORD_PREFIX]);
      const { records, damaged } = await unsealAll(key, stored);
      records.sort(
        ({ record: one }, { record: other }) => one.addedAt - other.addedAt || one.position - other.position,
      );
      return { records, damaged };
    },

    async read(id) {
      const { records: key } = await keys();
      const stored = await get<unknown>(id, store);
      return stored === undefined ? null : unsealRecord(key, id, stored);
    },
  };
  return reading;
}

/** All values whose key begins with each prefix, in one transaction. */
export function readRanges(
  store: UseStore,
  prefixes: readonly string[],
): Promise<[id: string, stored: unknown][][]> {
  return store('readonly', (objects) =>
    Promise.all(
      prefixes.map(async (prefix) => {
        const range = rangeOf(prefix);
        const [ids, values] = await Promise.all([
          promisifyRequest(objects.getAllKeys(range)),
          promisifyRequest<unknown[]>(objects.getAll(range)),
        ]);
        return ids.map((id, place): [string, unknown] => [String(id), values[place]]);
      }),
    ),
  );
}

/** Every key that begins with `prefix`; ids are ASCII, so nothing sorts behind U+FFFF. */
export function rangeOf(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** Decrypts many records, all in flight at once; what cannot be read is told by its id. */
async function unsealAll(key: CryptoKey, stored: readonly (readonly [string, unknown])[]): Promise<Listed> {
  const records: Listed['records'] = [];
  const damaged: string[] = [];
  const opened = await Promise.all(
    stored.map(([id, value]) => unsealRecord(key, id, value).catch((): null => null)),
  );
  for (const [place, record] of opened.entries()) {
    const id = stored[place]?.[0] ?? '';
    if (record) records.push({ id, record });
    else damaged.push(id);
  }
  return { records, damaged };
}
