import { promisifyRequest, type UseStore } from 'idb-keyval';
import { CodedError } from '../errors.ts';

const DATABASE = 'memo-qcm';
const OBJECT_STORE = 'vault';
/** A browser that is asked to open a database may never answer (another tab holds it); then it counts as refused. In milliseconds. */
const OPEN_LIMIT = 2_000;

/**
 * The store for idb-keyval's functions, in place of its own, which keeps a failed opening for ever. It opens at first
 * use, again after every failure and after a lost connection (`onLost` hears of that), and asks that a change be on the
 * disk when it is said to be. Rejects with `storage-refused` or `storage-full`, or with what the callback throws.
 */
export function openStore(factory: IDBFactory, onLost: () => void = () => {}): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const lose = () => {
    opening = undefined;
    onLost();
  };
  const database = () => {
    opening ??= openDatabase(factory, lose).catch((error: unknown) => {
      lose();
      throw error;
    });
    return opening;
  };
  return async (mode, callback) => {
    try {
      const transaction = await begin(database, mode).catch((error: unknown) => {
        // The connection went between two uses: a new one is worth one try.
        if (!isNamed(error, 'InvalidStateError')) throw error;
        lose();
        return begin(database, mode);
      });
      return await callback(transaction.objectStore(OBJECT_STORE));
    } catch (error) {
      throw toCoded(error);
    }
  };
}

async function begin(
  database: () => Promise<IDBDatabase>,
  mode: IDBTransactionMode,
): Promise<IDBTransaction> {
  return (await database()).transaction(OBJECT_STORE, mode, {
    durability: mode === 'readwrite' ? 'strict' : 'default',
  });
}

async function openDatabase(factory: IDBFactory, onLost: () => void): Promise<IDBDatabase> {
  let limit: ReturnType<typeof setTimeout> | undefined;
  let isTooLate = false;
  const tooLong = new Promise<never>((_, reject) => {
    limit = setTimeout(() => {
      isTooLate = true;
      reject(new CodedError('storage-refused'));
    }, OPEN_LIMIT);
  });
  const opened = request(factory).catch((cause: unknown) => {
    throw toCoded(cause, 'storage-refused');
  });
  // A connection that nobody waits for any more would stand in the way of the next one that changes the database.
  void opened.then(
    (database) => isTooLate && database.close(),
    () => {},
  );
  const database = await Promise.race([opened, tooLong]).finally(() => clearTimeout(limit));
  database.onclose = onLost;
  database.onversionchange = () => {
    database.close();
    onLost();
  };
  return database;
}

/** Some browsers throw where others let the request fail; as an async function both reject. */
async function request(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open(DATABASE);
  opening.onupgradeneeded = () => opening.result.createObjectStore(OBJECT_STORE);
  return promisifyRequest(opening);
}

function toCoded(error: unknown, otherwise?: 'storage-refused'): unknown {
  if (error instanceof CodedError) return error;
  if (isNamed(error, 'QuotaExceededError')) return new CodedError('storage-full', { cause: error });
  const isRefused = ['InvalidStateError', 'SecurityError', 'UnknownError', 'NotFoundError'].some((name) =>
    isNamed(error, name),
  );
  return isRefused || otherwise ? new CodedError('storage-refused', { cause: error }) : error;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
