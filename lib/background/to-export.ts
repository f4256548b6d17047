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
  const isChosen = (one: QuestionRecord) => one.account === null || one.account === account;
  const chosen = account === null ? records : records.filter(isChosen);
  const exported: ExportedQuestion[] = [];
  for (const [question, all] of Map.groupBy(chosen, (one) => one.question)) {
    const sources = sourcesOf(all, account);
    const answers = bestOfEachText(sources).map(textOf);
    const accepted = sources.map(latestConfirmed);
    const confirmed = answers.filter((text) => accepted.includes(text));
    if (answers.length > 0) exported.push({ question, answers, confirmed });
  }
  return exported;
}

/** The usable answers of each of a question's records, those that stand for all accounts first. */
function sourcesOf(records: readonly QuestionRecord[], account: string | null): Answer[][] {
  // Nothing is joined where there is but one, as there mostly is.
  if (records.length === 1) return records.map((one) => usableOf(one, account));
  const shared = records.filter((one) => one.account === null);
  const own = records.filter((one) => one.account !== null);
  const refused = own.flatMap(({ answers }) => answers.filter((one) => !isUsable(one)).map(textOf));
  const isOpen = ({ text }: Answer) => !refused.includes(text);
  return [
    ...shared.map((one) => usableOf(one, account).filter(isOpen)),
    ...own.map((one) => usableOf(one, account)),
  ];
}

/** What can be used of a record; in one account's file, what stands for all accounts was accepted for none. */
function usableOf(record: QuestionRecord, account: string | null): Answer[] {
  const isCarried = account !== null && record.account === null;
  return (isCarried ? carryOver(record.answers) : record.answers).filter(isUsable);
}

/** All answers, the least certain first and otherwise in their order; each text once, as the most certain that it is. */
function bestOfEachText(sources: readonly Answer[][]): Answer[] {
  const [only = []] = sources;
  if (sources.length === 1 && only.length === 1) return only; // as most are
  const answers = sources.flat();
  const byText = new Map<string, Answer>();
  for (const answer of answers.toSorted(compare)) {
    byText.delete(answer.text);
    byText.set(answer.text, answer);
  }
  return [...byText.values()];
}

function latestConfirmed(answers: readonly Answer[]): string | undefined {
  return answers
    .filter(({ standing }) => standing === 'confirmed')
    .sort(compare)
    .at(-1)?.text;
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
