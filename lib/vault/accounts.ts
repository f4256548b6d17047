import type { QuestionRecord } from '../challenge/answer.ts';
import { carryOver, mergeAnswers } from '../challenge/merge-answers.ts';
import { withAnswers } from '../challenge/remember.ts';
import type { Writing } from './change.ts';
import type { Reading } from './reading.ts';

/**
 * Work for `change`: gives all questions of one account to another. It renames the account, and merges it into the
 * other where that has questions already. What was confirmed without a known account is only declared for the new one.
 */
export function moveAccount(from: string | null, to: string | null) {
  return async ({ list }: Pick<Reading, 'list'>): Promise<Writing> => {
    const { records } = await list();
    const there = new Map(
      records.filter(({ record }) => record.account === to).map(({ record }) => [record.question, record]),
    );
    const moving = from === to ? [] : records.filter(({ record }) => record.account === from);
    return {
      put: moving.map(({ record }) => moved(record, to, there.get(record.question))),
      remove: moving.map(({ id }) => id),
    };
  };
}

/** Work for `change`: deletes all questions of an account. */
export function deleteAccount(account: string | null) {
  return async ({ list }: Pick<Reading, 'list'>): Promise<Writing> => {
    const { records } = await list();
    return { remove: records.filter(({ record }) => record.account === account).map(({ id }) => id) };
  };
}

function moved(record: QuestionRecord, to: string | null, there: QuestionRecord | undefined): QuestionRecord {
  const answers = record.account === null ? carryOver(record.answers) : record.answers;
  if (!there) return { ...record, account: to, answers };
  const merged = mergeAnswers(there.answers, answers);
  return withAnswers(record.never ? { ...there, never: true } : there, merged);
}
