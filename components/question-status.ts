import type { Standing } from '../lib/challenge/answer.ts';
import { isFromAnEarlierSchoolYear } from '../lib/challenge/school-year.ts';
import type { QuestionSummary } from '../lib/messages.ts';

/**
 * How a question stands: as its answers do, `stale` where they may have changed with the school year, or `never` where its
 * owner wants nothing remembered.
 */
export type QuestionStatus = Standing | 'stale' | 'never';

/** How a question stands at `now`, in milliseconds since the epoch. */
export function statusOf(
  { question, standings, never, knownAt }: QuestionSummary,
  now: number,
): QuestionStatus {
  const standing = overallStanding(standings);
  if (standing === null) return never ? 'never' : 'refused';
  const canBeStale = standing === 'confirmed' || standing === 'declared';
  return canBeStale && isFromAnEarlierSchoolYear(question, knownAt, now) ? 'stale' : standing;
}

/**
 * How far a whole question can be trusted: several answers of which none is confirmed are still to be verified. Null where
 * no answer is usable.
 */
function overallStanding(standings: readonly Standing[]): Standing | null {
  const usable = standings.filter((standing) => standing !== 'refused');
  if (usable.includes('confirmed')) return 'confirmed';
  if (usable.length > 1) return 'unverified';
  return usable[0] ?? null;
}
