import * as v from 'valibot';

/** A change can be taken back for this long, in milliseconds. */
const UNDO_LIMIT = 60_000;

/** The stored values from before a change, as they were: ciphertext under opaque ids. */
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

const snapshotSchema = v.strictObject({
  at: v.number(),
  before: v.array(v.strictTuple([v.string(), v.unknown()])),
});

export function makeSnapshot(at: number, before: [id: string, stored: unknown][]): Snapshot {
  return { at, before };
}

/** The snapshot in what is stored, or null when there is none that may still be used; a clock set back ends it too. */
export function usableSnapshot(stored: unknown, now: number): Snapshot | null {
  const snapshot = v.safeParse(snapshotSchema, stored);
  if (!snapshot.success) return null;
  const age = now - snapshot.output.at;
  return age >= 0 && age <= UNDO_LIMIT ? snapshot.output : null;
}
