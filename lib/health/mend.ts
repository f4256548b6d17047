import type { Answer, QuestionRecord } from '../challenge/answer.ts';
import { mergeAnswers } from '../challenge/merge-answers.ts';
import { isEmpty, repeatedIn } from './find-problems.ts';
import type { Problem } from './problem.ts';

/** What mends a problem: the record that stays, null where none does, and the ids of those that go. */
export interface Mend {
  put: QuestionRecord | null;
  remove: string[];
}

/** How a problem is mended. No answer that EcoleDirecte accepted goes, unless its whole question does for want of use. */
export function mend({ kind, stored }: Problem): Mend {
  const [{ id, record }, ...others] = stored;
  const keep = (isKept: (answer: Answer) => boolean): Mend => {
    const answers = record.answers.filter(isKept);
    return answers.length > 0 ? { put: { ...record, answers }, remove: [] } : { put: null, remove: [id] };
  };
  switch (kind) {
    case 'empty':
      return keep(({ text }) => !isEmpty(record.question) && !isEmpty(text));
    case 'repeated': {
      const needless = repeatedIn(record.answers);
      return keep((answer) => !needless.has(answer));
    }
    case 'refused':
      return keep(({ standing }) => standing !== 'refused');
    case 'unused':
      return { put: null, remove: [id] };
    case 'alike': {
      const answers = others.reduce(
        (merged, other) => mergeAnswers(other.record.answers, merged),
        record.answers,
      );
      const addedAt = Math.min(...stored.map((one) => one.record.addedAt));
      return { put: { ...record, answers, addedAt }, remove: others.map((other) => other.id) };
    }
  }
}
