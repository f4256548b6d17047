import { fold } from './fold.ts';

/** Questions whose answer changes with every school year, by words of theirs in folded form. */
const YEARLY = ['classe', 'niveau scolaire', 'professeur principal', 'professeure principale'].map(fold);

/** French schools change class on 1 September; month counted from 0, as `Date` does. */
const SCHOOL_YEAR_START = { month: 8, day: 1 };

/**
 * Whether what was known at `knownAt` about this question may have changed since, because a school year has begun.
 * Times are milliseconds since the epoch; the calendar is the browser's own.
 */
export function isFromAnEarlierSchoolYear(question: string, knownAt: number, now: number): boolean {
  const folded = fold(question);
  return YEARLY.some((words) => folded.includes(words)) && knownAt < lastStart(now);
}

function lastStart(now: number): number {
  const { month, day } = SCHOOL_YEAR_START;
  const year = new Date(now).getFullYear();
  const thisYears = new Date(year, month, day).getTime();
  return thisYears <= now ? thisYears : new Date(year - 1, month, day).getTime();
}
