import { getMany, promisifyRequest, type UseStore } from 'idb-keyval';
import { JOURNAL_LENGTH, JOURNAL_PREFIX } from './layout.ts';
import type { Change, Shelf } from './shelf.ts';

/** The vault's place in IndexedDB; each of its functions is one transaction. */
export interface Database extends Shelf {
  /** How many values there are. */
  count(): Promise<number>;
}

export function makeDatabase(store: UseStore): Database {
  return {
    get: (ids) => getMany<unknown>([...ids], store),
    ranges: (prefixes) =>
      store('readonly', (objects) =>
        Promise.all(prefixes.map((prefix) => readRange(objects, rangeOf(prefix)))),
      ),
    inParts: (prefixes, work) => store('readonly', (objects) => readParts(objects, prefixes, work)),
    part: (prefix, after, most) =>
      store('readonly', (objects) => readRange(objects, rangeOf(prefix, after), most)),
    write: (change) => store('readwrite', (objects) => write(objects, change)),
    count: () => store('readonly', (objects) => promisifyRequest(objects.count())),
  };
}

/** So many values are read while those before them are worked on. */
const READ_AT_ONCE = 1_000;

/** Asks for each part as soon as the one before is there, or the transaction would end between them. */
async function readParts<Value>(
  objects: IDBObjectStore,
  prefixes: readonly string[],
  work: (part: [string, unknown][]) => Promise<Value>,
): Promise<Value[]> {
  const parts: Promise<Value>[] = [];
  for (const prefix of prefixes) {
    let reading: Promise<[string, unknown][]> | null = readRange(objects, rangeOf(prefix), READ_AT_ONCE);
    while (reading) {
      const part: [string, unknown][] = await reading;
      const last = part.length < READ_AT_ONCE ? null : (part.at(-1)?.[0] ?? null);
      reading = last === null ? null : readRange(objects, rangeOf(prefix, last), READ_AT_ONCE);
      const worked = work(part);
      worked.catch(() => {}); // it is told once all is read
      parts.push(worked);
    }
  }
  return Promise.all(parts);
}

/** Of IndexedDB 3.0, and not in every browser yet: ids and values by one request, in two thirds of the time. */
interface RecordStore extends IDBObjectStore {
  getAllRecords?(options: {
    query: IDBKeyRange;
    count?: number;
  }): IDBRequest<{ key: IDBValidKey; value: unknown }[]>;
}

async function readRange(
  objects: RecordStore,
  query: IDBKeyRange,
  most?: number,
): Promise<[string, unknown][]> {
  if (objects.getAllRecords) {
    const options = { query, ...(most !== undefined && { count: most }) };
    const records = await promisifyRequest(objects.getAllRecords(options));
    return records.map(({ key, value }) => [String(key), value]);
  }
  const [ids, values] = await Promise.all([
    promisifyRequest(objects.getAllKeys(query, most)),
    promisifyRequest<unknown[]>(objects.getAll(query, most)),
  ]);
  return ids.map((id, place): [string, unknown] => [String(id), values[place]]);
}

/** So many are put between two looks at whether to go on. */
const PUT_AT_ONCE = 200;

async function write(
  objects: IDBObjectStore,
  { put = [], remove = [], unless, watch }: Change,
): Promise<void> {
  const { transaction } = objects;
  const done = promisifyRequest(transaction);
  try {
    if (unless !== undefined && (await promisifyRequest(objects.getKey(unless))) !== undefined)
      return await done;
    for (const id of remove) objects.delete(id);
    for (let start = 0; start < put.length; start += PUT_AT_ONCE) {
      const slice = put.slice(start, start + PUT_AT_ONCE);
      const requests = slice.map(([id, stored]) => objects.put(stored, id));
      const last = requests.at(-1);
      if (watch && last) await promisifyRequest(last);
      watch?.onDone(slice.length);
      watch?.signal.throwIfAborted();
    }
    if (put.some(([id]) => id.startsWith(JOURNAL_PREFIX))) await trimJournal(objects);
  } catch (error) {
    // Left alone, the transaction would commit what came before the error.
    abort(transaction);
    await done.catch(() => {});
    throw transaction.error ?? error;
  }
  await done;
}

async function trimJournal(objects: IDBObjectStore): Promise<void> {
  const entries = await promisifyRequest(objects.getAllKeys(rangeOf(JOURNAL_PREFIX)));
  for (const id of entries.slice(0, -JOURNAL_LENGTH)) objects.delete(id);
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already, by an error of its own.
  }
}

/** Every key that begins with `prefix`, or those after one of them; ids are ASCII, so nothing sorts behind U+FFFF. */
function rangeOf(prefix: string, after: string | null = null): IDBKeyRange {
  return IDBKeyRange.bound(after ?? prefix, `${prefix}\uffff`, after !== null);
}
