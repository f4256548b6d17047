import type { Answer } from '../challenge/answer.ts';

/** The answers that a mend leaves: a usable one that stays alone is as good as imported alone, so it is declared. */
export function declareAlone(answers: readonly Answer[]): Answer[] {
  const isAlone = answers.filter(({ standing }) => standing !== 'refused').length === 1;
  return answers.map((answer) =>
    isAlone && answer.standing === 'unverified' ? { ...answer, standing: 'declared' } : answer,
  );
}
