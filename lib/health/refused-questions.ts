import type { QuestionRecord } from '../challenge/answer.ts';
import type { Check } from './remedy.ts';

/**
 * Questions with nothing but refused answers, or with none: they go. Not where all accounts have another answer: without
 * the refusal it would be chosen.
 */
export const refusedQuestions: Check = (stored) => {
  const isUseless = ({ answers }: QuestionRecord) => answers.every(({ standing }) => standing === 'refused');
  const shared = new Set(
    stored
      .filter(({ record }) => record.account === null && !isUseless(record))
      .map(({ record }) => record.question),
  );
  return stored
    .filter(({ record }) => isUseless(record) && !shared.has(record.question))
    .map(({ id, record }) => ({ ids: [id], subject: record, put: [], remove: [id] }));
};
