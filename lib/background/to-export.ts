import { type Answer, type QuestionRecord, TRUST } from '../challenge/answer.ts';
import { carryOver } from '../challenge/merge-answers.ts';
import type { ExportedQuestion } from '../qcm/home-assistant.ts';

/**
 * The records of one account, or of every account with null, as a file holds them, refused answers left out. What stands for
 * all accounts goes with each. A file has each question once: the answers of several accounts go into one list, the least
 * certain first and what EcoleDirecte accepted last at the end, since a Python client sends the end of it. Of each account the
 * answer that was accepted last is the confirmed one. What one account was refused is taken for refused under "all accounts"
 * too: the file knows no accounts.
 */
export function toExport(records: readonly QuestionRecord[], account: string | null): ExportedQuestion[] {
  const chosen = records.filter((one) => account === null || one.account === null || one.account === account);
  const byQuestion = Map.groupBy(chosen, ({ question }) => question);
  return [...byQuestion].flatMap(([question, all]) => {
    const own = all.filter((one) => one.account !== null);
    const usable = own.map(({ answers }) => answers.filter(isUsable));
    const shared = all
      .filter((one) => one.account === null)
      .map(({ answers }) => (account === null ? answers : carryOver(answers)))
      .map(withoutRefused(own));
    const bySource = [...shared, ...usable];
    const answers = bestOfEachText(bySource.flat());
    const accepted = bySource.map(latestConfirmed);
    const confirmed = answers.map(textOf).filter((text) => accepted.includes(text));
    return answers.length > 0 ? [{ question, answers: answers.map(textOf), confirmed, whole: true }] : [];
  });
}

/** Keeps the usable ones that were refused to none of these records' accounts. */
function withoutRefused(records: readonly QuestionRecord[]) {
  const refused = new Set(
    records.flatMap(({ answers }) => answers.filter((one) => !isUsable(one)).map(textOf)),
  );
  return (answers: readonly Answer[]) => answers.filter((one) => isUsable(one) && !refused.has(one.text));
}

/** The least certain first, and otherwise in their order; each text once, as the most certain that it is. */
function bestOfEachText(answers: readonly Answer[]): Answer[] {
  if (answers.length < 2) return [...answers]; // as most are
  const byText = new Map<string, Answer>();
  for (const answer of answers.toSorted(compare)) {
    byText.delete(answer.text);
    byText.set(answer.text, answer);
  }
  return [...byText.values()];
}

function latestConfirmed(answers: readonly Answer[]): string | undefined {
  const confirmed = answers.filter(({ standing }) => standing === 'confirmed');
  return (confirmed.length < 2 ? confirmed : confirmed.sort(compare)).at(-1)?.text;
}

function compare(one: Answer, other: Answer): number {
  return TRUST[one.standing] - TRUST[other.standing] || (one.confirmedAt ?? 0) - (other.confirmedAt ?? 0);
}

function isUsable({ standing }: Answer): boolean {
  return standing !== 'refused';
}

function textOf({ text }: Answer): string {
  return text;
}
