import { type Answer, TRUST } from '../challenge/answer.ts';
import { fold } from '../challenge/fold.ts';
import { declareAlone } from './declare-alone.ts';
import { isBlank } from './is-blank.ts';
import type { Check } from './remedy.ts';

/**
 * Questions that have an answer twice, in spellings that fold to the same. One spelling stays, the most trusted and then
 * the last; what is confirmed stays in each, and what was refused stays known as it was.
 */
export const repeatedAnswers: Check = (stored) =>
  stored.flatMap(({ id, record }) => {
    // One alone repeats nothing, and needs no folding to see that.
    if (record.answers.length < 2) return [];
    const answers = withoutRepeats(record.answers);
    if (answers.length === record.answers.length) return [];
    return [{ ids: [id], subject: record, put: [{ ...record, answers }], remove: [] }];
  });

function withoutRepeats(answers: readonly Answer[]): Answer[] {
  const best = new Map<string, Answer>();
  for (const answer of answers.filter(isUsable)) {
    const before = best.get(fold(answer.text));
    if (!before || TRUST[answer.standing] >= TRUST[before.standing]) best.set(fold(answer.text), answer);
  }
  const kept = answers.filter(
    (answer) =>
      !isUsable(answer) ||
      answer.standing === 'confirmed' ||
      isBlank(answer.text) ||
      best.get(fold(answer.text)) === answer,
  );
  return declareAlone(kept);
}

function isUsable({ standing }: Answer): boolean {
  return standing !== 'refused';
}
