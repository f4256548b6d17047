import { CodedError, codeOf } from '../errors.ts';
import type { Database } from './database.ts';
import { HEADER, JOURNAL_PREFIX, STAMP, UNDO } from './layout.ts';
import type { Mirror } from './mirror.ts';
import { copy, readCopy, settle } from './settle.ts';
import type { Change, Shelf } from './shelf.ts';
import { nextStamp, parseStamp } from './stamp.ts';
import { makeStandIn, needsPassphrase } from './stand-in.ts';

/** The database with its mirror, as one place. */
export interface Shelves extends Shelf {
  /** Replaces everything there is by a new vault. */
  startOver(change: Change): Promise<void>;
  /** What the mirror has under an id; undefined where it is not of the last change. */
  copied(id: string): Promise<unknown>;
  /** Where the vault was last found. */
  place(): 'database' | 'mirror';
  /** Whether another vault may lie in the place where none was found. */
  mayBeTwo(): boolean;
  /** Has database and mirror compared again before the next use. */
  unsettle(): void;
}

/** Held while database and mirror are brought together, and while either is written; always inside the lock of changes, never around it. */
const LOCK = 'memo-qcm-mirror';

/**
 * Reads and writes in the database, and copies it to the mirror after each change but what is added to the journal. A database that
 * lost its data is filled from the mirror; while it is refused the mirror stands in, and what was written there is
 * brought over once it is back.
 */
export function openShelves(database: Database, mirror: Mirror, locks: LockManager): Shelves {
  const standIn = makeStandIn(mirror);
  let settling: Promise<boolean> | undefined;
  let place: 'database' | 'mirror' = 'database';
  /** Whether there are two vaults, one in each place, as far as it is known. */
  let isApart = false;

  const settled = () => {
    settling ??= locks.request(LOCK, () => settle(database, mirror));
    return settling;
  };
  const either = async <Value>(use: (shelf: Shelf) => Promise<Value>): Promise<Value> => {
    const useAt = async (shelf: Shelf, there: typeof place) => {
      if (isApart && place !== there) {
        place = there;
        // Who comes from the one vault has a key that is not the other's.
        throw new CodedError('vault-locked');
      }
      const value = await use(shelf);
      place = there;
      return value;
    };
    try {
      isApart = !(await settled());
      return await useAt(database, 'database');
    } catch (error) {
      try {
        if (codeOf(error) !== 'storage-refused') throw error;
        return await useAt(standIn, 'mirror');
      } finally {
        // No sooner: what was written there meanwhile has to be brought over before the database is used again.
        settling = undefined;
      }
    }
  };
  const write = async (change: Change, vault: { isNew: boolean }) => {
    // First: what another worker left in the mirror comes before this change, and another vault's is never written over.
    const isOne = vault.isNew ? await mirror.drop().then(() => true) : await settle(database, mirror);
    const [before] = vault.isNew ? [] : await database.get([STAMP]);
    const stamp = parseStamp(before);
    const put = change.put ?? [];
    await database.write({ ...change, put: [...put, [STAMP, nextStamp(stamp)]] });
    if (isOne) await copy(database, mirror, put.some(([id]) => id === HEADER) ? null : stamp);
  };

  return {
    get: (ids) => either((shelf) => shelf.get(ids)),
    ranges: (prefixes) => either((shelf) => shelf.ranges(prefixes)),
    inParts: (prefixes, work) => either((shelf) => shelf.inParts(prefixes, work)),
    part: (prefix, after, most) => either((shelf) => shelf.part(prefix, after, most)),
    write: (change) =>
      either((shelf) =>
        locks.request(LOCK, () =>
          shelf !== database || isMinor(change) ? shelf.write(change) : write(change, { isNew: false }),
        ),
      ),
    startOver: (change) =>
      locks.request(LOCK, async () => {
        settling = undefined;
        try {
          const [all = []] = await database.ranges(['']);
          await write({ ...change, remove: all.map(([id]) => id) }, { isNew: true });
        } catch (error) {
          if (codeOf(error) !== 'storage-refused' || !needsPassphrase(new Map(change.put))) throw error;
          await mirror.drop();
          await standIn.write(change);
        }
      }),
    copied: (id) => readCopy(database, mirror, id),
    place: () => place,
    mayBeTwo: () => isApart || place === 'mirror',
    unsettle() {
      settling = undefined;
    },
  };
}

/**
 * Whether a change is of what a copy can do without: what comes new to the journal, and what an undo needs. What its
 * owner takes out of the journal has to go from the copy too.
 */
function isMinor({ put = [], remove = [] }: Change): boolean {
  return (
    put.every(([id]) => id === UNDO || id.startsWith(JOURNAL_PREFIX)) && remove.every((id) => id === UNDO)
  );
}
