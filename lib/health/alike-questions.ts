import type { Answer, QuestionRecord } from '../challenge/answer.ts';
import { fold } from '../challenge/fold.ts';
import { mergeAnswers } from '../challenge/merge-answers.ts';
import type { Check, Remedy, Stored } from './remedy.ts';

/**
 * Questions of one account that fold to the same, or differ in punctuation only: they become one. What EcoleDirecte has
 * accepted an answer to was asked just so, and stays; the others' answers go to the one that it accepted last, or else to the
 * one added last.
 */
export const alikeQuestions: Check = (stored) => {
  const worded = stored.filter(({ record }) => wordsOf(record) !== '');
  const groups = Map.groupBy(worded, ({ record }) => JSON.stringify([record.account, wordsOf(record)]));
  return [...groups.values()].flatMap(remedyOf);
};

function wordsOf({ question }: QuestionRecord): string {
  return fold(question).replace(/\p{P}/gu, '');
}

function remedyOf(group: readonly Stored[]): Remedy[] {
  const [kept, ...rest] = group.toSorted((one, other) => compare(other.record, one.record));
  const others = rest.filter(({ record }) => confirmedAt(record) < 0);
  if (!kept || others.length === 0) return [];
  const answers = others.reduce((all, { record }) => merge(all, record.answers), kept.record.answers);
  const remove = others.map(({ id }) => id);
  return [{ ids: [kept.id, ...remove], subject: kept.record, put: [{ ...kept.record, answers }], remove }];
}

/** No refusal of the same answer to another spelling overtakes what is confirmed. */
function merge(known: Answer[], added: readonly Answer[]): Answer[] {
  const confirmed = known.filter(({ standing }) => standing === 'confirmed').map(({ text }) => text);
  return mergeAnswers(
    added.filter(({ text }) => !confirmed.includes(text)),
    known,
  );
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
