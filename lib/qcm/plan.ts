import type { Answer, QuestionRecord } from '../challenge/answer.ts';
import { withAnswers } from '../challenge/remember.ts';
import { isUnsettled } from '../challenge/to-verify.ts';
import { addRow, emptyLists, type ImportLists, rowOf } from './import-lists.ts';
import { type ConflictChoice, isConflict, joinAnswers } from './join-answers.ts';
import { finish, type Steps } from './steps.ts';
import type { QcmEntry } from './types.ts';

/** What an import does, question by question. A question counts in one of `added`, `merged`, `unchanged`. */
export interface ImportCounts {
  added: number;
  merged: number;
  unchanged: number;
  /** Questions left with several usable answers, none of them confirmed. */
  toVerify: number;
  /** Questions for which the file and the vault each hold a usable answer that the other does not. */
  conflicts: number;
}

export interface ImportOptions {
  /** The account that the file is for; null: all accounts. */
  account: string | null;
  /** A Python client wrote the file: in a list of several the last answer is the declared one. */
  lastIsDeclared: boolean;
  /** What becomes of a question in conflict. */
  choiceOf: (question: string) => ConflictChoice;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What an import would do, and the new or changed records that it would write. */
export interface ImportPlan {
  counts: ImportCounts;
  lists: ImportLists;
  records: QuestionRecord[];
}

/**
 * Plans an import; `existing` may be of every account. An answer alone under its question is `declared`, one of several
 * `unverified`, and so is any of a list that is not whole. A question of several files is one question, its answers in
 * the order of the files. What is confirmed is never overtaken: an answer keeps the better of its standings, a refused
 * one stays refused, and confirmed ones stay last.
 */
export function planImport(
  existing: readonly QuestionRecord[],
  entries: readonly QcmEntry[],
  options: ImportOptions,
): ImportPlan {
  return finish(planImportInSteps(existing, entries, options));
}

/** The same in steps of about a millisecond. */
export function* planImportInSteps(
  existing: readonly QuestionRecord[],
  entries: readonly QcmEntry[],
  options: ImportOptions,
): Steps<ImportPlan> {
  const { account, now, choiceOf } = options;
  const known = new Map(
    existing.filter((record) => record.account === account).map((record) => [record.question, record]),
  );
  const settled = new Set(
    account === null ? existing.filter(isConfirmed).map(({ question }) => question) : [],
  );
  const counts: ImportCounts = { added: 0, merged: 0, unchanged: 0, toVerify: 0, conflicts: 0 };
  const lists = emptyLists();
  const records: QuestionRecord[] = [];
  const questions = yield* byQuestion(entries, options);
  let planned = 0;
  for (const [question, { position, answers: imported }] of questions) {
    planned += 1;
    if (planned % QUESTIONS_AT_ONCE === 0) yield planned / questions.size;
    const before = known.get(question);
    const mine = before?.answers ?? [];
    const conflicts = isConflict(mine, imported);
    const answers = joinAnswers(mine, imported, conflicts ? choiceOf(question) : 'both');
    const isChanged = !before || isDifferent(mine, answers);
    const kind = before ? (isChanged ? 'merged' : 'unchanged') : 'added';
    const row = rowOf(question, imported);
    counts[kind] += 1;
    addRow(lists[kind], row);
    if (conflicts) {
      counts.conflicts += 1;
      addRow(lists.conflicts, { ...row, confirmed: mine.some(({ standing }) => standing === 'confirmed') });
    }
    if (isUnsettled(answers.map(({ standing }) => standing)) && !settled.has(question)) {
      counts.toVerify += 1;
      addRow(lists.toVerify, row);
    }
    if (isChanged) {
      const record = before ?? { account, question, answers: [], addedAt: now, position };
      records.push(withAnswers(record, answers));
    }
  }
  return { counts, lists, records };
}

/** Takes about a millisecond. */
const QUESTIONS_AT_ONCE = 200;

function* byQuestion(
  entries: readonly QcmEntry[],
  options: ImportOptions,
): Steps<Map<string, { position: number; answers: Answer[] }>> {
  const questions = new Map<string, { position: number; answers: Answer[] }>();
  for (const [index, entry] of entries.entries()) {
    const { position, answers } = questions.get(entry.question) ?? { position: index, answers: [] };
    const both = joinAnswers(answers, importedAnswers(entry, options), 'both');
    questions.set(entry.question, { position, answers: both });
    if (index % QUESTIONS_AT_ONCE === 0) yield 0;
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

/** As `toVerify` has it: what an account had accepted settles the question of "all accounts" too. */
function isConfirmed({ answers }: QuestionRecord): boolean {
  return answers.some(({ standing }) => standing === 'confirmed');
}

function isDifferent(before: readonly Answer[], after: readonly Answer[]): boolean {
  return (
    before.length !== after.length ||
    before.some(
      ({ text, standing }, place) => text !== after[place]?.text || standing !== after[place]?.standing,
    )
  );
}
