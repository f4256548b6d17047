import type { Standing } from '../lib/challenge/answer.ts';

/**
 * How far a whole question can be trusted: several answers of which none is confirmed are still to be verified; `never` is
 * one whose owner wants nothing remembered.
 */
export function overallStanding({
  standings,
  never,
}: {
  standings: readonly Standing[];
  never: boolean;
}): Standing | 'never' {
  const usable = standings.filter((standing) => standing !== 'refused');
  if (usable.includes('confirmed')) return 'confirmed';
  if (usable.length > 1) return 'unverified';
  return usable[0] ?? (never ? 'never' : 'refused');
}
