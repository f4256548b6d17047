import type { QuestionSummary } from '../messages.ts';
import type { Settings } from '../settings.ts';

/** So many questions are worth an export; the project's own choice. */
const WORTH_AN_EXPORT = 10;

/**
 * How many questions have a usable answer that was added or confirmed since the last export of all. 0 while there are too
 * few of them for a reminder, or too few since the last one was put off.
 */
export function questionsToBackUp(
  questions: readonly Pick<QuestionSummary, 'standings' | 'knownAt'>[],
  { exportedAt = 0, reminderPutOffAt = 0 }: Pick<Settings, 'exportedAt' | 'reminderPutOffAt'>,
): number {
  const usable = questions.filter(({ standings }) => standings.some((standing) => standing !== 'refused'));
  const since = (time: number) => usable.filter(({ knownAt }) => knownAt > time).length;
  return since(Math.max(exportedAt, reminderPutOffAt)) < WORTH_AN_EXPORT ? 0 : since(exportedAt);
}
