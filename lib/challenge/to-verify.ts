import type { Standing } from './answer.ts';
import type { Subject } from './remember.ts';

/** What is asked of a question, to tell whether its owner has something to settle. */
export interface Settleable extends Subject {
  standings: readonly Standing[];
}

/**
 * The questions that have several usable answers of which none is confirmed, in their order. One that stands for all
 * accounts is settled too once EcoleDirecte has accepted an answer to it for one of them.
 */
export function toVerify<Question extends Settleable>(questions: readonly Question[]): Question[] {
  const unsettled = questions.filter(({ standings }) => isUnsettled(standings));
  // Nearly always there is none, and pages ask each time that they draw.
  if (unsettled.length === 0) return unsettled;
  const confirmed = new Set(
    questions.filter(({ standings }) => standings.includes('confirmed')).map(({ question }) => question),
  );
  return unsettled.filter((one) => !(one.account === null && confirmed.has(one.question)));
}

/** Whether several of a question's answers are usable, and none is confirmed. */
export function isUnsettled(standings: readonly Standing[]): boolean {
  if (standings.length < 2) return false;
  const usable = standings.filter((standing) => standing !== 'refused');
  return usable.length > 1 && !usable.includes('confirmed');
}
