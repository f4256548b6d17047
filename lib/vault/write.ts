import { promisifyRequest, type UseStore } from 'idb-keyval';
import { base64Url, randomBytes } from './bytes.ts';
import { JOURNAL_LENGTH, JOURNAL_PREFIX } from './journal.ts';
import { rangeOf } from './reading.ts';

/** Keys of the store beside records and journal. */
export const HEADER = 'header';
export const DEVICE_KEY = 'device-key';
export const UNDO = 'undo';
/** Damaged values that a new record took the place of: kept, as they may yet be of use. */
const SET_ASIDE_PREFIX = 'x:';

export interface Change {
  put: readonly (readonly [id: string, stored: unknown])[];
  remove: readonly string[];
  /** Damaged values that `put` would overwrite. */
  setAside: readonly (readonly [id: string, stored: unknown])[];
}

/** Writes everything, and trims the journal, in one transaction: afterwards the store holds all of it or nothing. */
export function write(store: UseStore, change: Change): Promise<void> {
  return store('readwrite', async (objects) => {
    const done = promisifyRequest(objects.transaction);
    try {
      await request(objects, change);
    } catch (error) {
      // A request that is refused when made does not end the transaction: the ones before it would be kept.
      abort(objects.transaction);
      await done.catch(() => {});
      throw error;
    }
    await done;
  });
}

async function request(objects: IDBObjectStore, { put, remove, setAside }: Change): Promise<void> {
  for (const [id, stored] of setAside)
    objects.put(stored, `${SET_ASIDE_PREFIX}${id}:${base64Url(randomBytes(6))}`);
  for (const id of remove) objects.delete(id);
  for (const [id, stored] of put) objects.put(stored, id);
  if (put.some(([id]) => id.startsWith(JOURNAL_PREFIX))) {
    const entries = await promisifyRequest(objects.getAllKeys(rangeOf(JOURNAL_PREFIX)));
    for (const id of entries.slice(0, -JOURNAL_LENGTH)) objects.delete(id);
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with the request that failed.
  }
}
