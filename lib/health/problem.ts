import type { QuestionRecord } from '../challenge/answer.ts';

/**
 * What can be wrong, or too much, with what is remembered: a text that is `empty`; an answer that is there twice,
 * `repeated` in another spelling; answers kept only because they were `refused`; a question `unused` for a year; questions
 * that are `alike`, the same in another spelling.
 */
export const PROBLEM_KINDS = ['empty', 'repeated', 'refused', 'unused', 'alike'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** A record with the id that it is stored under. */
export interface Stored {
  id: string;
  record: QuestionRecord;
}

/** A problem of one record, or of several that are one question; its first record's id names it. */
export interface Problem {
  kind: ProblemKind;
  stored: readonly [Stored, ...Stored[]];
}
