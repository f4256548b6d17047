import { CodedError, codeOf } from '../errors.ts';
import type { Database } from './database.ts';
import { isDamaged, isSameHeader, parseHeader } from './header.ts';
import { DEVICE_KEY, HEADER, JOURNAL_PREFIX, PURGED_PREFIX, RECORD_PREFIX, STAMP, UNDO } from './layout.ts';
import type { Mirror, MirrorNote } from './mirror.ts';
import type { Change } from './shelf.ts';
import { nextStamp, parseStamp, type Stamp } from './stamp.ts';

/** No value takes less than 100 characters of JSON, so more of them than this are more than a mirror holds. */
const MOST_VALUES = 50_000;

/**
 * Brings database and mirror together, whichever of them knows more, and returns whether they are one vault's now: only
 * then may the mirror be written. Throws `vault-key-lost` where the database lost a vault, or its header, that no mirror
 * has: it must not be taken for one that was never made. Where the database cannot take what only the mirror has, a disk
 * being full, it throws `storage-refused`, so that the mirror stands in.
 */
export async function settle(database: Database, mirror: Mirror): Promise<boolean> {
  const [header, storedStamp] = await database.get([HEADER, STAMP]);
  try {
    const note = await mirror.note();
    if (header === undefined) {
      const values = await mirror.read();
      if (values?.has(HEADER)) {
        await give(database, { put: [...values] });
        await copy(database, mirror);
      } else if (note || values?.size || (await database.part(RECORD_PREFIX, null, 1)).length > 0)
        throw new CodedError('vault-key-lost');
      return true;
    }
    const stamp = parseStamp(storedStamp);
    // Two vaults: each stays in its place. Under the same header they are one, and which it is was damaged.
    if (note && note.vault !== stamp?.vault && !isSameHeader((await mirror.read())?.get(HEADER), header))
      return false;
    if (note?.ahead.length) await bringOver(database, mirror, note.ahead);
    else if (isOf(note, stamp)) {
      await mendHeader(database, mirror, header);
      return true;
    }
    // Where that finds no room there is no copy, and nothing else is missing.
    if (!stamp) await database.write({ put: [[STAMP, nextStamp(note)]] }).catch(() => {});
    await copy(database, mirror);
    return true;
  } catch (error) {
    // The vault does without a mirror that cannot be read; what that may have yet to give stays in it.
    if (header === undefined || codeOf(error) !== 'internal') throw error;
    return false;
  }
}

/**
 * Copies the database to the mirror; of a vault that this device opens only the header, as the rest could not be
 * opened without the key that goes with the database. A copy that fails costs nothing: the next start makes it, and what
 * is in the mirror meanwhile stays where it does no harm. Where the header was not written since the stamp `since`, the
 * mirror of that stamp keeps its own: nobody can tell without the passphrase whether the database's was damaged meanwhile.
 */
export async function copy(database: Database, mirror: Mirror, since: Stamp | null = null): Promise<void> {
  try {
    const [storedStamp, deviceKey, stored] = await database.get([STAMP, DEVICE_KEY, HEADER]);
    const stamp = parseStamp(storedStamp);
    parseHeader(stored); // throws: what cannot be read must not take the place of a sound copy
    const before = await mirror.note();
    if (!stamp) return;
    const readHeader = async () => (await mirror.read())?.get(HEADER);
    const copied = isOf(before, since) ? await readHeader() : undefined;
    const header = isDamaged(copied) ? stored : copied;
    const note = { ...stamp, ahead: [] };
    const isOnDevice = deviceKey !== undefined;
    const isLarge = !isOnDevice && (await database.count()) > MOST_VALUES;
    const [values = []] = isOnDevice || isLarge ? [] : await database.ranges(['']);
    const lasting = new Map(values.filter(([id]) => id !== UNDO)).set(HEADER, header).set(STAMP, stamp);
    await mirror
      .replace(isLarge ? null : lasting, note)
      .catch(() => mirror.replace(null, note))
      .catch(async () => {
        // What was brought over would be again, over newer changes; an older header lets an older passphrase in.
        if (before?.ahead.length || !isSameHeader(await readHeader(), header)) await mirror.dropValues();
      });
  } catch {
    // What is in the database is what counts.
  }
}

/**
 * What the mirror has under an id, undefined where it is not of the database's last change: an older header would let a
 * passphrase in that was changed since.
 */
export async function readCopy(database: Database, mirror: Mirror, id: string): Promise<unknown> {
  const [note, [stored]] = await Promise.all([mirror.note(), database.get([STAMP])]);
  return isOf(note, parseStamp(stored)) ? (await mirror.read())?.get(id) : undefined;
}

/** Whether a mirror is of that stamp, with nothing that the database has yet to learn of. */
function isOf(note: MirrorNote | null, stamp: Stamp | null): boolean {
  return note?.ahead.length === 0 && note.vault === stamp?.vault && note.change === stamp.change;
}

async function mendHeader(database: Database, mirror: Mirror, header: unknown): Promise<void> {
  if (!isDamaged(header)) return;
  const copied = await readCopy(database, mirror, HEADER);
  if (!isDamaged(copied)) await database.write({ put: [[HEADER, copied]] });
}

/** Writes into the database what was put and removed in the mirror meanwhile. */
async function bringOver(database: Database, mirror: Mirror, ahead: readonly string[]): Promise<void> {
  const values = await mirror.read();
  if (!values) return;
  const [entries = []] = await database.ranges([JOURNAL_PREFIX]);
  const purged = entries.map(([id]) => id).filter((id) => ahead.some((end) => PURGED_PREFIX + id < end));
  const ids = [...ahead, ...purged];
  await give(database, {
    put: ids.filter((id) => values.has(id)).map((id) => [id, values.get(id)]),
    remove: ids.filter((id) => !values.has(id)),
  });
}

/** Writes what only the mirror has, which stands in where that fails. */
function give(database: Database, change: Change): Promise<void> {
  return database.write(change).catch((cause: unknown) => {
    throw new CodedError('storage-refused', { cause });
  });
}
