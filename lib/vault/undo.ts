import * as v from 'valibot';
import { toBase64 } from './bytes.ts';
import { ASIDE_PREFIX, UNDO } from './layout.ts';
import { pairSchema } from './pair.ts';
import { valuesOf } from './reading.ts';
import { type Sealed, sealedSchema } from './seal.ts';
import type { Change, Shelf } from './shelf.ts';

/** A change can be taken back for this long, in milliseconds. */
const UNDO_LIMIT = 60_000;

/** What takes a change back: the stored values from before it, as they were, and the ids of what was not there. */
type Snapshot = v.InferOutput<typeof snapshotSchema>;

const snapshotSchema = v.strictObject({
  at: v.number(),
  put: v.array(pairSchema),
  remove: v.array(v.string()),
  /** The nonces of what the change itself put, in base64: whatever is written there later has another. */
  written: v.array(pairSchema),
});

/** `before` are all values that the change touches, undefined where there is none; `puts` are the records it puts. */
export function makeSnapshot(
  at: number,
  before: readonly (readonly [string, unknown])[],
  puts: readonly (readonly [string, Sealed])[],
): Snapshot {
  const there = before.filter(([, stored]) => stored !== undefined);
  const absent = before.filter(([, stored]) => stored === undefined);
  return {
    at,
    put: there.map(([id, stored]) => [id, stored]),
    remove: absent.map(([id]) => id),
    written: puts.map(([id, sealed]) => [id, toBase64(sealed.nonce)]),
  };
}

/** Whether a stored snapshot may still be used. A clock set back ends it too. */
export function isUsable(stored: unknown, now: number): boolean {
  return parse(stored, now) !== null;
}

/**
 * What takes the last change back, and how many records that touches; null where it is too late, it was made after the
 * time `by`, or something else was written in its place meanwhile: what EcoleDirecte said of an answer since is not taken
 * back with it.
 */
export async function findUndo(
  shelf: Shelf,
  now: number,
  by: number,
): Promise<{ change: Change; records: number } | null> {
  const snapshot = parse((await shelf.get([UNDO]))[0], now);
  if (!snapshot || snapshot.at > by) return null;
  const { put, remove, written } = snapshot;
  const touched = [...put.map(([id]) => id), ...remove];
  // What was set aside lies where nothing else is ever put.
  const ids = touched.filter((id) => !id.startsWith(ASIDE_PREFIX));
  const values = await valuesOf(shelf, ids);
  const left = new Map(written);
  if (ids.some((id, place) => nonceOf(values[place]) !== left.get(id))) return null;
  const records = put.length + remove.filter((id) => !id.startsWith(ASIDE_PREFIX)).length;
  return { change: { put, remove: [...remove, UNDO] }, records };
}

function parse(stored: unknown, now: number): Snapshot | null {
  const snapshot = v.safeParse(snapshotSchema, stored);
  if (!snapshot.success) return null;
  const age = now - snapshot.output.at;
  return age < 0 || age > UNDO_LIMIT ? null : snapshot.output;
}

function nonceOf(stored: unknown): string | undefined {
  return v.is(sealedSchema, stored) ? toBase64(stored.nonce) : undefined;
}
