import type { Answer, QuestionRecord } from './answer.ts';
import { carryOver, takeIn } from './merge-answers.ts';
import { declare, type Subject } from './remember.ts';

/**
 * The record after its owner saved these texts as the answers to a question, the preferred last. `edited` is the record that
 * they changed, null where they add one; `there` the one that another record meets under this account and question, whose
 * own usable answers stay, as do those of `edited` that are not among the `seen` ones: they came since. What EcoleDirecte
 * accepted elsewhere is only declared here, and what it refused in either stays refused, unless its owner types it anew.
 */
export function edit(
  edited: QuestionRecord | null,
  there: QuestionRecord | null,
  subject: Subject,
  { texts, seen }: { texts: readonly string[]; seen?: readonly string[] | undefined },
  now: number,
): QuestionRecord {
  const stays = edited?.account === subject.account && edited.question === subject.question;
  const brought = edited && !stays ? carryOver(edited.answers) : (edited?.answers ?? []);
  const base = there ?? edited;
  const before = base && { ...base, answers: takeIn(there?.answers ?? [], brought) };
  const refused = before?.answers.filter(({ standing }) => standing === 'refused') ?? [];
  const isRefused = (text: string) => refused.some((answer) => answer.text === text);
  const left = textsOf(edited);
  const unseen = left.filter((text) => seen?.includes(text) === false);
  const kept = [...textsOf(there), ...unseen].filter((text) => !texts.includes(text) && !isRefused(text));
  const given = texts.filter((text) => !(left.includes(text) && isRefused(text)));
  return declare(before, subject, [...kept, ...given], now);
}

/** The texts of a record's usable answers. */
function textsOf(record: QuestionRecord | null): string[] {
  const usable = ({ standing }: Answer) => standing !== 'refused';
  return record?.answers.filter(usable).map(({ text }) => text) ?? [];
}
