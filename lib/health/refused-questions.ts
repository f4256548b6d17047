import type { Check } from './remedy.ts';

/** Questions with nothing but refused answers, or with none: they go. */
export const refusedQuestions: Check = (stored) =>
  stored
    .filter(({ record }) => record.answers.every(({ standing }) => standing === 'refused'))
    .map(({ id, record }) => ({ ids: [id], subject: record, put: [], remove: [id] }));
