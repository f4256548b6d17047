import type { Answer } from '../challenge/answer.ts';

/** Of each list, this many rows are shown; the counts say how many there are. */
export const MAX_ROWS = 100;
/** Of each row, this many answers are shown. */
const MAX_SHOWN = 5;

/** One question of a file, with the file's answers to it. */
export interface ImportRow {
  question: string;
  /** The first of them. */
  answers: string[];
  /** How many more there are. */
  more: number;
}

/** A question for which the file and the vault each hold a usable answer that the other does not. */
export interface ConflictRow extends ImportRow {
  /** One of the vault's is confirmed, and so is not to be overtaken. */
  confirmed: boolean;
}

/** The first questions of each kind, in the file's order. */
export interface ImportLists {
  added: ImportRow[];
  merged: ImportRow[];
  unchanged: ImportRow[];
  toVerify: ImportRow[];
  conflicts: ConflictRow[];
}

export function emptyLists(): ImportLists {
  return { added: [], merged: [], unchanged: [], toVerify: [], conflicts: [] };
}

/** Adds a row to a list that still has room for it. */
export function addRow<Row>(list: Row[], row: Row): void {
  if (list.length < MAX_ROWS) list.push(row);
}

/** A row as it is shown. */
export function rowOf(question: string, imported: readonly Answer[]): ImportRow {
  const texts = imported.map(({ text }) => text);
  return {
    question,
    answers: texts.slice(0, MAX_SHOWN),
    more: Math.max(0, texts.length - MAX_SHOWN),
  };
}
