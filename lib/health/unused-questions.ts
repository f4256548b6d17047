import type { QuestionRecord } from '../challenge/answer.ts';
import type { Check } from './remedy.ts';

/** A year, in milliseconds. */
export const UNUSED_AFTER = 365 * 24 * 60 * 60 * 1000;

/** Questions of which nothing was used, confirmed or added for a year: they go. */
export const unusedQuestions: Check = (stored, now) =>
  stored
    .filter(({ record }) => now - latestOf(record) > UNUSED_AFTER)
    .map(({ id, record }) => ({ ids: [id], subject: record, put: [], remove: [id] }));

function latestOf({ addedAt, answers }: QuestionRecord): number {
  return answers.reduce(
    (latest, answer) => Math.max(latest, answer.addedAt, answer.confirmedAt ?? 0, answer.usedAt ?? 0),
    addedAt,
  );
}
