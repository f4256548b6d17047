import * as v from 'valibot';
import { ASIDE_PREFIX } from './layout.ts';
import type { Change } from './shelf.ts';

/** A change can be taken back for this long, in milliseconds. */
const UNDO_LIMIT = 60_000;

/** What takes a change back: the stored values from before it, as they were, and the ids of what was not there. */
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

const snapshotSchema = v.strictObject({
  at: v.number(),
  put: v.array(v.strictTuple([v.string(), v.unknown()])),
  remove: v.array(v.string()),
});

/** `before` are all values that the change touches; undefined where there is none. */
export function makeSnapshot(at: number, before: readonly (readonly [string, unknown])[]): Snapshot {
  const there = before.filter(([, stored]) => stored !== undefined);
  const absent = before.filter(([, stored]) => stored === undefined);
  return { at, put: there.map(([id, stored]) => [id, stored]), remove: absent.map(([id]) => id) };
}

/**
 * What takes the change back, and how many records that touches; null when nothing is stored that may still be used. A
 * clock set back ends it too.
 */
export function usableSnapshot(
  stored: unknown,
  now: number,
): { change: Required<Pick<Change, 'put' | 'remove'>>; records: number } | null {
  const snapshot = v.safeParse(snapshotSchema, stored);
  if (!snapshot.success) return null;
  const { at, put, remove } = snapshot.output;
  const age = now - at;
  if (age < 0 || age > UNDO_LIMIT) return null;
  const records = put.length + remove.filter((id) => !id.startsWith(ASIDE_PREFIX)).length;
  return { change: { put, remove }, records };
}
