import { CodedError, codeOf, type ErrorCode } from '../errors.ts';
import type { JournalEntry } from '../messages.ts';
import { encryptWriting, type Writing } from './change.ts';
import { newVault } from './creating.ts';
import { makeDatabase } from './database.ts';
import { parseHeader } from './header.ts';
import { journalPrefixAt, readJournal, sealEntry } from './journal.ts';
import { HEADER, JOURNAL_PREFIX, PURGED_PREFIX, UNDO } from './layout.ts';
import { type LocalArea, makeMirror } from './mirror.ts';
import { makeOpening } from './opening.ts';
import { exportRaw, type RawExport } from './raw-export.ts';
import { makeReading, type Reading } from './reading.ts';
import { makeSessionKey, type SessionArea } from './session-key.ts';
import type { Watch } from './shelf.ts';
import { openShelves } from './shelves.ts';
import { openStore } from './store.ts';
import { findUndo, isUsable } from './undo.ts';
import { DEVICE_COST, makeUnlocking, type PassphraseCost, type Unlocking } from './unlocking.ts';

/** What the vault takes of the machine; tests hand in their own. */
export interface Platform {
  /** Where the key of an unlocked passphrase vault lives. */
  session: SessionArea;
  /** Where the mirror of the ciphertext lives. */
  local: LocalArea;
  /** Minutes without use after which such a vault locks; null: at the browser's exit. */
  lockAfter: () => Promise<number | null>;
  indexedDB?: IDBFactory;
  locks?: LockManager;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** By default what fits this device. */
  cost?: PassphraseCost;
}

export type VaultState = 'absent' | 'open' | 'locked' | { problem: ErrorCode };

export interface Vault extends Reading, Unlocking {
  /** Counts as no use: asking does not keep a vault unlocked. */
  state(): Promise<VaultState>;
  /**
   * Makes a vault, in device mode or with a passphrase; does nothing where there is one. Where the browser refuses its
   * database (`storage-refused`) only one with a passphrase can be made. Throws `passphrase-weak`.
   */
  create(passphrase?: string): Promise<void>;
  /**
   * Deletes everything, also what cannot be read or unlocked, and makes a new vault: for when the key or the passphrase
   * is lost. There is no way back.
   */
  startOver(passphrase?: string): Promise<void>;
  /**
   * Reads, decides and writes as one step that no other can come between, in one transaction. Returns the ids of the
   * records put. Where it is `undoable`, `undo` takes it back for a minute. Throws `vault-newer` where it would touch
   * what a later version wrote. A `watch` may end it.
   */
  change(
    work: (reading: Reading) => Promise<Writing>,
    options?: { undoable?: boolean; watch?: Watch | undefined },
  ): Promise<string[]>;
  /**
   * Takes the last undoable change back, if it was made by the time `by`, by default whenever. Returns how many records that
   * touched. Throws `undo-expired`, also where something else was written since where it wrote; `vault-locked`.
   */
  undo(by?: number): Promise<number>;
  /** Deletes what an undo would need, once it is too late for one. */
  forgetUndo(): Promise<void>;
  /** The newest entries first. */
  journal(): Promise<JournalEntry[]>;
  /** Adds one entry to the journal. */
  note(entry: JournalEntry): Promise<void>;
  /** Deletes the journal's entries from before a time, null for all, for good. Returns how many. */
  purgeJournal(before: number | null): Promise<number>;
  /** What is stored, encrypted as it is, for these ids or for all; a vault that is locked or damaged gives it too. */
  exportRaw(ids?: readonly string[]): Promise<RawExport>;
  /** Where the vault was last found: in the database, or in the mirror because that is refused. */
  place(): 'database' | 'mirror';
}

/** That many minutes where the owner's own cannot be read: what they are until they are changed. */
const LOCK_AFTER = 15;

/** Every change runs alone, in whichever context it begins. */
const LOCK = 'memo-qcm-vault';

/** The vault of this browser profile. Only the background opens it. */
export function openVault({
  session,
  local,
  lockAfter,
  indexedDB = globalThis.indexedDB,
  locks = navigator.locks,
  now = Date.now,
  cost = DEVICE_COST,
}: Platform): Vault {
  const store = openStore(indexedDB, () => {
    shelf.unsettle();
    opening.forget();
  });
  const shelf = openShelves(makeDatabase(store), makeMirror(local), locks);
  const alone = <Value>(work: () => Promise<Value>): Promise<Value> => locks.request(LOCK, work);
  const sessionKey = makeSessionKey(session, locks, now);
  const opening = makeOpening(shelf, sessionKey);
  const unlocking = makeUnlocking({
    shelf,
    session: sessionKey,
    opening,
    alone,
    lockAfter: () => lockAfter().catch(() => LOCK_AFTER),
    cost,
  });
  const keys = async () => {
    const found = await opening.keys();
    if (!found) throw new CodedError('vault-absent');
    return found;
  };
  const reading = makeReading(shelf, keys);
  const isThere = async () => parseHeader((await shelf.get([HEADER]))[0]) !== null;

  return {
    ...reading,
    ...unlocking,

    async state() {
      try {
        return (await opening.isThere()) ? 'open' : 'absent';
      } catch (error) {
        const problem = codeOf(error);
        return problem === 'vault-locked' ? 'locked' : { problem };
      }
    },

    async create(passphrase) {
      const isMade = await alone(async () => {
        const canStandIn = (error: unknown) => {
          if (passphrase !== undefined && codeOf(error) === 'storage-refused') return false;
          throw error;
        };
        if (await isThere().catch(canStandIn)) return false;
        await shelf.write({ ...(await newVault(cost, passphrase)), unless: HEADER });
        return true;
      });
      if (isMade && passphrase !== undefined) await unlocking.unlock(passphrase);
    },

    async startOver(passphrase) {
      await alone(async () => {
        await shelf.startOver(await newVault(cost, passphrase));
        await sessionKey.drop();
        opening.forget();
      });
      if (passphrase !== undefined) await unlocking.unlock(passphrase);
    },

    change: (work, { undoable = false, watch } = {}) =>
      alone(async () => {
        const vaultKeys = await keys();
        const writing = await work(reading);
        watch?.signal.throwIfAborted();
        const undoableAt = undoable ? now() : null;
        const { ids, change } = await encryptWriting(shelf, vaultKeys, writing, undoableAt, watch);
        await shelf.write(change);
        return ids;
      }),

    undo: (by = Number.POSITIVE_INFINITY) =>
      alone(async () => {
        await keys(); // ciphertext is put back unread: a locked vault would let that pass
        const undo = await findUndo(shelf, now(), by);
        if (!undo) throw new CodedError('undo-expired');
        await shelf.write(undo.change);
        return undo.records;
      }),

    forgetUndo: () =>
      alone(async () => {
        const [stored] = await shelf.get([UNDO]);
        if (stored !== undefined && !isUsable(stored, now())) await shelf.write({ remove: [UNDO] });
      }),

    async journal() {
      return readJournal(shelf, (await keys()).records);
    },

    note: (entry) =>
      alone(async () => {
        await shelf.write({ put: [await sealEntry((await keys()).records, entry)] });
      }),

    purgeJournal: (before) =>
      alone(async () => {
        await keys(); // ids are plain: a locked vault would let that pass
        const [stored = []] = await shelf.ranges([JOURNAL_PREFIX]);
        const end = before === null ? `${JOURNAL_PREFIX}~` : journalPrefixAt(before);
        const remove = stored.map(([id]) => id).filter((id) => id < end);
        // The database may have entries that the mirror, where that stands in, has not.
        await shelf.write({ remove: [...remove, PURGED_PREFIX + end] });
        return remove.length;
      }),

    exportRaw: (ids) => exportRaw(shelf, ids),
    place: () => shelf.place(),
  };
}
