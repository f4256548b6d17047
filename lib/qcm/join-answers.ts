import type { Answer } from '../challenge/answer.ts';

/**
 * What its owner chooses where file and vault differ on a question: keep `mine` alone, keep `both`, or take the `file`'s.
 */
export type ConflictChoice = 'mine' | 'both' | 'file';

/**
 * The answers of a question after a file brought others, of which none is confirmed. New ones go before the confirmed
 * ones, which stay last; known ones stay where they are, a refused one refused. Taking the `file`'s drops the others of
 * what is known, in the file's order; where one of them is confirmed it only adds, as no file overtakes that.
 */
export function joinAnswers(
  known: readonly Answer[],
  imported: readonly Answer[],
  choice: ConflictChoice,
): Answer[] {
  if (choice === 'mine') return [...known];
  if (choice === 'both' || known.some(({ standing }) => standing === 'confirmed'))
    return merge(known, imported);
  const refused = known.filter(({ standing }) => standing === 'refused');
  const turnedDown = new Set(refused.map(({ text }) => text));
  const taken = imported
    .filter(({ text }) => !turnedDown.has(text))
    .flatMap((answer) =>
      merge(
        known.filter(({ text }) => text === answer.text),
        [answer],
      ),
    );
  return [...refused, ...taken];
}

/** Whether file and vault each hold a usable answer that the other does not. */
export function isConflict(known: readonly Answer[], imported: readonly Answer[]): boolean {
  const inVault = new Set(known.map(({ text }) => text));
  const inFile = new Set(imported.map(({ text }) => text));
  return (
    imported.some(({ text }) => !inVault.has(text)) && usable(known).some(({ text }) => !inFile.has(text))
  );
}

/** Answers that may be given as advice. */
function usable(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ standing }) => standing !== 'refused');
}

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
