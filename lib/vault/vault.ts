import { del, get, getMany } from 'idb-keyval';
import type { QuestionRecord } from '../challenge/answer.ts';
import { CodedError, type ErrorCode } from '../errors.ts';
import type { JournalEntry } from '../messages.ts';
import { idOf } from './blind-index.ts';
import { randomBytes } from './bytes.ts';
import { makeHeader, parseHeader } from './header.ts';
import { readJournal, sealEntry } from './journal.ts';
import { VAULT_KEY_BYTES } from './keys.ts';
import { wrapForDevice } from './methods/device.ts';
import { makeOpening } from './opening.ts';
import { makeReading, type Reading } from './reading.ts';
import { sealRecord, unsealRecord } from './record.ts';
import { makeMemoryArea, makeSessionKey, type SessionArea } from './session-key.ts';
import { openStore } from './store.ts';
import { makeSnapshot, usableSnapshot } from './undo.ts';
import { DEVICE_COST, makeUnlocking, type PassphraseCost, type Unlocking } from './unlocking.ts';
import { DEVICE_KEY, HEADER, UNDO, write } from './write.ts';

/** What the vault takes of the machine; tests hand in their own. */
export interface Platform {
  indexedDB: IDBFactory;
  locks: LockManager;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Where the key of an unlocked passphrase vault lives; by default in this worker's memory, and no longer. */
  session: SessionArea;
  /** Minutes without use after which such a vault locks; null, the default: at the browser's exit. */
  lockAfter: () => Promise<number | null>;
  /** By default what fits this device. */
  cost: PassphraseCost;
}

export type VaultState = 'absent' | 'open' | 'locked' | { problem: ErrorCode };

/** What a change writes; all of it or nothing. */
export interface Writing {
  put?: readonly QuestionRecord[];
  remove?: readonly string[];
  journal?: JournalEntry;
}

export interface Vault extends Reading, Unlocking {
  /** Counts as no use: asking does not keep a vault unlocked. */
  state(): Promise<VaultState>;
  /** Makes a vault in device mode; does nothing where there is one. */
  create(): Promise<void>;
  /**
   * Reads, decides and writes as one step that no other can come between, in one transaction. Returns the ids of the
   * records put. Where it is `undoable`, `undo` takes it back for a minute.
   */
  change(work: (reading: Reading) => Promise<Writing>, options?: { undoable?: boolean }): Promise<string[]>;
  /** Takes the last undoable change back. Returns how many records that touched. Throws `undo-expired`, `vault-locked`. */
  undo(): Promise<number>;
  /** Deletes what an undo would need, once it is too late for one. */
  forgetUndo(): Promise<void>;
  /** The newest entries first. */
  journal(): Promise<JournalEntry[]>;
  /** Adds one entry to the journal. */
  note(entry: JournalEntry): Promise<void>;
}

/** Every change runs alone, in whichever context it begins. */
const LOCK = 'memo-qcm-vault';

/** The vault of this browser profile. Only the background opens it. */
export function openVault(platform: Partial<Platform> = {}): Vault {
  const { indexedDB = globalThis.indexedDB, locks = navigator.locks, now = Date.now } = platform;
  const { session = makeMemoryArea(), lockAfter = async () => null, cost = DEVICE_COST } = platform;
  const store = openStore(indexedDB, () => opening.forget());
  const alone = <Value>(work: () => Promise<Value>): Promise<Value> => locks.request(LOCK, work);
  const sessionKey = makeSessionKey(session, locks, now);
  const opening = makeOpening(store, sessionKey);
  const keys = async () => {
    const found = await opening.keys();
    if (!found) throw new CodedError('vault-absent');
    return found;
  };
  const reading = makeReading(store, keys);

  return {
    ...reading,
    ...makeUnlocking({ store, session: sessionKey, opening, alone, lockAfter, cost }),

    async state() {
      try {
        return (await opening.isThere()) ? 'open' : 'absent';
      } catch (error) {
        if (error instanceof CodedError && error.code === 'vault-locked') return 'locked';
        return { problem: error instanceof CodedError ? error.code : 'internal' };
      }
    },

    create: () =>
      alone(async () => {
        if (parseHeader(await get<unknown>(HEADER, store))) return;
        const { method, deviceKey } = await wrapForDevice(randomBytes(VAULT_KEY_BYTES));
        const put = [[HEADER, makeHeader([method])] as const, [DEVICE_KEY, deviceKey] as const];
        await write(store, { put, remove: [], setAside: [] });
      }),

    change: (work, { undoable = false } = {}) =>
      alone(async () => {
        const { index, records } = await keys();
        const { put = [], remove = [], journal } = await work(reading);
        const puts = await Promise.all(
          put.map(async (record) => {
            const id = await idOf(index, record);
            return [id, await sealRecord(records, id, record)] as const;
          }),
        );
        const ids = puts.map(([id]) => id);
        const touched = [...new Set([...remove, ...ids])];
        const before = await getMany<unknown>(touched, store);
        const snapshot = makeSnapshot(
          now(),
          touched.map((id, place) => [id, before[place]]),
        );
        const entries = journal ? [await sealEntry(records, journal)] : [];
        await write(store, {
          put: [...puts, ...entries, ...(undoable ? [[UNDO, snapshot] as const] : [])],
          remove: remove.filter((id) => !ids.includes(id)),
          setAside: await damagedAmong(
            records,
            touched.map((id, place) => [id, before[place]]),
          ),
        });
        return ids;
      }),

    undo: () =>
      alone(async () => {
        await keys(); // ciphertext is put back unread: a locked vault would let that pass
        const snapshot = usableSnapshot(await get<unknown>(UNDO, store), now());
        if (!snapshot) throw new CodedError('undo-expired');
        const put = snapshot.before.filter(([, stored]) => stored !== undefined);
        const remove = snapshot.before.filter(([, stored]) => stored === undefined).map(([id]) => id);
        await write(store, { put, remove: [...remove, UNDO], setAside: [] });
        return snapshot.before.length;
      }),

    forgetUndo: () =>
      alone(async () => {
        const stored = await get<unknown>(UNDO, store);
        if (stored !== undefined && !usableSnapshot(stored, now())) await del(UNDO, store);
      }),

    async journal() {
      return readJournal(store, (await keys()).records);
    },

    note: (entry) =>
      alone(async () => {
        await write(store, {
          put: [await sealEntry((await keys()).records, entry)],
          remove: [],
          setAside: [],
        });
      }),
  };
}

/** Of the values stored, those that are there and cannot be read. */
async function damagedAmong(key: CryptoKey, stored: readonly (readonly [string, unknown])[]) {
  const readable = await Promise.all(
    stored.map(
      ([id, value]) =>
        value === undefined ||
        unsealRecord(key, id, value).then(
          () => true,
          () => false,
        ),
    ),
  );
  return stored.filter((_, place) => !readable[place]);
}
