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
 * What importing the entries would do, and the new or changed records that it would write. An answer alone under its
 * question is `declared`, one of several `unverified`. What the vault knows is never overtaken: an answer keeps the
 * better of its standings, a refused one stays refused, and confirmed ones stay last.
 */
export function planImport(
  existing: readonly QuestionRecord[],
  entries: readonly QcmEntry[],
  options: ImportOptions,
): { counts: ImportCounts; records: QuestionRecord[] } {
  const counts: ImportCounts = { added: 0, merged: 0, unchanged: 0, toVerify: 0, conflicts: 0 };
  const planned = new Map(
    existing.filter(({ account }) => account === options.account).map((record) => [record.question, record]),
  );
  const changed = new Map<string, QuestionRecord>();
  for (const [position, entry] of entries.entries()) {
    const { question } = entry;
    const before = planned.get(question);
    const imported = importedAnswers(entry, options);
    const answers = before ? merge(before.answers, imported) : imported;
    const record = before
      ? { ...before, answers }
      : { account: options.account, question, answers, addedAt: options.now, position };
    const isChanged = !before || JSON.stringify(answers) !== JSON.stringify(before.answers);
    counts[before ? (isChanged ? 'merged' : 'unchanged') : 'added'] += 1;
    if (before && isConflict(before.answers, imported)) counts.conflicts += 1;
    if (isToVerify(answers, entry, options)) counts.toVerify += 1;
    planned.set(question, record);
    if (isChanged) changed.set(question, record);
  }
  return { counts, records: [...changed.values()] };
}

function importedAnswers({ answers, whole }: QcmEntry, { lastIsDeclared, now }: ImportOptions): Answer[] {
  return answers.map((text, place) => {
    const isDeclared = answers.length === 1 ? whole : lastIsDeclared && place === answers.length - 1;
    return { text, standing: isDeclared ? 'declared' : 'unverified', addedAt: now };
  });
}

/** New answers go before the confirmed ones, which stay last; known ones stay where they are. */
function merge(known: readonly Answer[], imported: readonly Answer[]): Answer[] {
  const fresh = new Map(imported.map((answer) => [answer.text, answer]));
  const kept = known.map((answer): Answer => {
    const declared = fresh.get(answer.text)?.standing === 'declared' && answer.standing === 'unverified';
    fresh.delete(answer.text);
    return declared ? { ...answer, standing: 'declared' } : answer;
  });
  const firstConfirmed = kept.findIndex(({ standing }) => standing === 'confirmed');
  return kept.toSpliced(firstConfirmed < 0 ? kept.length : firstConfirmed, 0, ...fresh.values());
}

function isConflict(known: readonly Answer[], imported: readonly Answer[]): boolean {
  const usable = known.filter(({ standing }) => standing !== 'refused').map(({ text }) => text);
  const texts = imported.map(({ text }) => text);
  return (
    usable.some((text) => !texts.includes(text)) &&
    texts.some((text) => !known.some((answer) => answer.text === text))
  );
}

function isToVerify(answers: readonly Answer[], entry: QcmEntry, { lastIsDeclared }: ImportOptions): boolean {
  const usable = answers.filter(({ standing }) => standing !== 'refused');
  if (usable.length < 2 || usable.some(({ standing }) => standing === 'confirmed')) return false;
  const declared = usable.filter(({ standing }) => standing === 'declared');
  return !(lastIsDeclared && declared.length === 1 && declared[0]?.text === entry.answers.at(-1));
}
