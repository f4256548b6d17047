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
      store('readonly', (objects) => Promise.all(prefixes.map((prefix) => readRange(objects, prefix)))),
    write: (change) => store('readwrite', (objects) => write(objects, change)),
    count: () => store('readonly', (objects) => promisifyRequest(objects.count())),
  };
}

async function readRange(objects: IDBObjectStore, prefix: string): Promise<[string, unknown][]> {
  const [ids, values] = await Promise.all([
    promisifyRequest(objects.getAllKeys(rangeOf(prefix))),
    promisifyRequest<unknown[]>(objects.getAll(rangeOf(prefix))),
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

/** Every key that begins with `prefix`; ids are ASCII, so nothing sorts behind U+FFFF. */
function rangeOf(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}
