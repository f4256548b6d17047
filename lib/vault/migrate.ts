import * as v from 'valibot';

/** Makes a value of the next version from one of the version before. */
export type Step = (old: Record<string, unknown>) => Record<string, unknown>;

const versioned = v.object({ v: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

/**
 * A stored value brought to the version that this code writes, `steps.length + 1`: the first step leads from version 1
 * to 2. `isNewer` says that a later code wrote it; then it is left as it is. Null for what has no version. Nothing is
 * written: a value is migrated each time it is read, until something changes it.
 */
export function migrate(
  stored: unknown,
  steps: readonly Step[],
): { value: unknown; isNewer: boolean } | null {
  if (!v.is(versioned, stored)) return null;
  const first: { v: number } & Record<string, unknown> = { ...stored };
  const value = steps
    .slice(first.v - 1)
    .reduce<typeof first>((old, step) => ({ ...step(old), v: old.v + 1 }), first);
  return { value, isNewer: value.v > steps.length + 1 };
}
