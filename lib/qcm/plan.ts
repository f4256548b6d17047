import type { Answer, QuestionRecord } from '../challenge/answer.ts';
import type { QcmEntry } from './types.ts';

/** What an import does, question by question. A question counts in one of `added`, `merged`, `unchanged`. */
export interface ImportCounts {
  added: number;
  merged: number;
  unchanged: number;
  /** Questions left with several usable answers, none of them confirmed, or declared the good one with this file. */
  toVerify: number;
  /** Questions for which the file and the vault each hold a usable answer that the other does not. */
  conflicts: number;
}

export interface ImportOptions {
  /** The account that the file is for; null: all accounts. */
  account: string | null;
  /** A Python client wrote the file: in a list of several the last answer is the declared one. */
  lastIsDeclared: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * What importing the entries would do, and the new or changed records that it would write; `existing` may be of every
 * account. An answer alone under its question is `declared`, one of several `unverified`, and so is any of a list that
 * is not whole. A question of several files is one question, its answers in the order of the files. What the vault knows
 * is never overtaken: an answer keeps the better of its standings, a refused one stays refused, and confirmed ones stay
 * last. With `lastIsDeclared`, a list is not to verify when its last answer is the only declared one.
 */
export function planImport(
  existing: readonly QuestionRecord[],
  entries: readonly QcmEntry[],
  options: ImportOptions,
): { counts: ImportCounts; records: QuestionRecord[] } {
  const { account, now } = options;
  const known = new Map(
    existing.filter((record) => record.account === account).map((record) => [record.question, record]),
  );
  const counts: ImportCounts = { added: 0, merged: 0, unchanged: 0, toVerify: 0, conflicts: 0 };
  const records: QuestionRecord[] = [];
  for (const [question, { position, answers: imported }] of byQuestion(entries, options)) {
    const before = known.get(question);
    const answers = before ? merge(before.answers, imported) : imported;
    const isChanged = !before || isDifferent(before.answers, answers);
    counts[before ? (isChanged ? 'merged' : 'unchanged') : 'added'] += 1;
    if (before && isConflict(before.answers, imported)) counts.conflicts += 1;
    if (isToVerify(answers, imported, options)) counts.toVerify += 1;
    if (isChanged) records.push({ account, question, addedAt: now, position, ...before, answers });
  }
  return { counts, records };
}

function byQuestion(
  entries: readonly QcmEntry[],
  options: ImportOptions,
): Map<string, { position: number; answers: Answer[] }> {
  const questions = new Map<string, { position: number; answers: Answer[] }>();
  for (const [index, entry] of entries.entries()) {
    const { position, answers } = questions.get(entry.question) ?? { position: index, answers: [] };
    questions.set(entry.question, { position, answers: merge(answers, importedAnswers(entry, options)) });
  }
  return questions;
}

function importedAnswers({ answers, whole }: QcmEntry, { lastIsDeclared, now }: ImportOptions): Answer[] {
  const declared = whole && (lastIsDeclared || answers.length === 1) ? answers.at(-1) : null;
  return answers.map((text) => ({
    text,
    standing: text === declared ? 'declared' : 'unverified',
    addedAt: now,
  }));
}

/** New answers go before the confirmed ones, which stay last; known ones stay where they are. */
function merge(known: readonly Answer[], imported: readonly Answer[]): Answer[] {
  const fresh = new Map(imported.map((answer) => [answer.text, answer]));
  const kept = known.map((answer): Answer => {
    const isDeclared = fresh.get(answer.text)?.standing === 'declared' && answer.standing === 'unverified';
    fresh.delete(answer.text);
    return isDeclared ? { ...answer, standing: 'declared' } : answer;
  });
  const firstConfirmed = kept.findIndex(({ standing }) => standing === 'confirmed');
  return kept.toSpliced(firstConfirmed < 0 ? kept.length : firstConfirmed, 0, ...fresh.values());
}

/** Merging adds answers, or betters a standing in its place. */
function isDifferent(before: readonly Answer[], after: readonly Answer[]): boolean {
  return (
    before.length !== after.length ||
    before.some(({ standing }, place) => standing !== after[place]?.standing)
  );
}

function isConflict(known: readonly Answer[], imported: readonly Answer[]): boolean {
  const inVault = new Set(known.map(({ text }) => text));
  const inFile = new Set(imported.map(({ text }) => text));
  return (
    imported.some(({ text }) => !inVault.has(text)) && usable(known).some(({ text }) => !inFile.has(text))
  );
}

function isToVerify(
  answers: readonly Answer[],
  imported: readonly Answer[],
  { lastIsDeclared }: ImportOptions,
): boolean {
  const candidates = usable(answers);
  if (candidates.length < 2 || candidates.some(({ standing }) => standing === 'confirmed')) return false;
  const [declared, ...others] = candidates.filter(({ standing }) => standing === 'declared');
  const isDeclaredByFile = imported.some(
    ({ text, standing }) => text === declared?.text && standing === 'declared',
  );
  return !(lastIsDeclared && isDeclaredByFile && others.length === 0);
}

function usable(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ standing }) => standing !== 'refused');
}
