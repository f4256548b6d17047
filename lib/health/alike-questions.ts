import type { QuestionRecord } from '../challenge/answer.ts';
import { fold } from '../challenge/fold.ts';
import { takeIn } from '../challenge/merge-answers.ts';
import type { Check, Remedy, Stored } from './remedy.ts';

/**
 * Questions of one account that fold to the same, or differ in punctuation only: they become one. What EcoleDirecte has
 * accepted an answer to was asked just so, and stays; the others' answers go to the one that it accepted last, or else to the
 * one added last.
 */
export const alikeQuestions: Check = (stored) => {
  const groups = Map.groupBy(stored, ({ record }) => wordingOf(record));
  groups.delete(null);
  return [...groups.values()].flatMap(remedyOf);
};

/** What alike questions have in common; null for one without a word. */
function wordingOf({ account, question }: QuestionRecord): string | null {
  const words = fold(question).replace(/\p{P}/gu, '');
  return words === '' ? null : JSON.stringify([account, words]);
}

function remedyOf(group: readonly Stored[]): Remedy[] {
  // Most are alone, and are like nothing.
  if (group.length === 1) return [];
  const [kept, ...rest] = group.toSorted((one, other) => compare(other.record, one.record));
  const others = rest.filter(({ record }) => confirmedAt(record) < 0);
  if (!kept || others.length === 0) return [];
  const answers = others.reduce((all, { record }) => takeIn(all, record.answers), kept.record.answers);
  const remove = others.map(({ id }) => id);
  return [{ ids: [kept.id, ...remove], subject: kept.record, put: [{ ...kept.record, answers }], remove }];
}

function compare(one: QuestionRecord, other: QuestionRecord): number {
  return (
    confirmedAt(one) - confirmedAt(other) || one.addedAt - other.addedAt || one.position - other.position
  );
}

/** When its latest confirmed answer was, in milliseconds since the epoch; -1 where it has none. */
function confirmedAt({ answers }: QuestionRecord): number {
  return answers
    .filter(({ standing }) => standing === 'confirmed')
    .reduce((latest, answer) => Math.max(latest, answer.confirmedAt ?? 0), -1);
}
