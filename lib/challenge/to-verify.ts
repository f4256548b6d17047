import type { Standing } from './answer.ts';
import type { Subject } from './remember.ts';

/** What is asked of a question, to tell whether its owner has something to settle. */
export interface Settleable extends Subject {
  standings: readonly Standing[];
  never: boolean;
}

/**
 * The questions that have several usable answers of which none is confirmed, in their order. One that stands for all
 * accounts is settled too once EcoleDirecte has accepted an answer to it for one of them.
 */
export function toVerify<Question extends Settleable>(questions: readonly Question[]): Question[] {
  const confirmed = new Set(
    questions.filter(({ standings }) => standings.includes('confirmed')).map(({ question }) => question),
  );
  return questions.filter(
    (one) => isUnsettled(one) && !(one.account === null && confirmed.has(one.question)),
  );
}

function isUnsettled({ standings, never }: Settleable): boolean {
  const usable = standings.filter((standing) => standing !== 'refused');
  return !never && usable.length > 1 && !usable.includes('confirmed');
}
