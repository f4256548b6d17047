import type { QuestionRecord } from '../challenge/answer.ts';

/** A record with the id that it is stored under. */
export interface Stored {
  id: string;
  record: QuestionRecord;
}

/** Something that was found, with what would mend it. */
export interface Remedy {
  /** The records that it concerns, first the one that is kept. */
  ids: string[];
  /** The first of them. */
  subject: QuestionRecord;
  /** What is written in place of what is there. */
  put: QuestionRecord[];
  /** The ids of what goes. */
  remove: string[];
}

/** Looks at all records for one thing; `now` is in milliseconds since the epoch. */
export type Check = (stored: readonly Stored[], now: number) => Remedy[];
