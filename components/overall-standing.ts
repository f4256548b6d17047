import type { Standing } from '../lib/challenge/answer.ts';

/** How far a whole question can be trusted: several answers of which none is confirmed are still to be verified. */
export function overallStanding(standings: readonly Standing[]): Standing {
  const usable = standings.filter((standing) => standing !== 'refused');
  if (usable.includes('confirmed')) return 'confirmed';
  if (usable.length > 1) return 'unverified';
  return usable[0] ?? 'refused';
}
