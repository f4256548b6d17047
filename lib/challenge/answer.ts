/**
 * Where an answer comes from, and so how far it is trusted:
 * `confirmed` EcoleDirecte accepted it; `declared` typed by the owner, or imported alone under its question;
 * `unverified` imported among several; `refused` EcoleDirecte did not accept it.
 */
export type Standing = 'confirmed' | 'declared' | 'unverified' | 'refused';

/** The more, the further an answer is trusted. */
export const TRUST: Readonly<Record<Standing, number>> = {
  refused: 0,
  unverified: 1,
  declared: 2,
  confirmed: 3,
};

/** One remembered answer. Times are milliseconds since the epoch. */
export interface Answer {
  text: string;
  standing: Standing;
  addedAt: number;
  confirmedAt?: number;
  refusedAt?: number;
  /** Last time that it was given as advice. */
  usedAt?: number;
}

/** What is remembered for one question of one account; `account` null means "all accounts". */
export interface QuestionRecord {
  account: string | null;
  question: string;
  /** In the order of the file it came from; what EcoleDirecte accepted last stands last. */
  answers: Answer[];
  addedAt: number;
  /** Place within what was added at the same moment, so that a file leaves in the order in which it came. */
  position: number;
  /** Its owner wants no answer to this question remembered. */
  never?: true;
}
