import type { Answer, Standing } from './answer.ts';

/**
 * The answers of two records of one question as one list: each text once, what is confirmed last, the latest at the
 * end. Of a text confirmed in one and refused in the other, what EcoleDirecte said later holds; else a refusal does, and
 * then the better standing.
 */
export function mergeAnswers(known: readonly Answer[], added: readonly Answer[]): Answer[] {
  const byText = new Map<string, Answer>();
  for (const answer of [...known, ...added]) {
    const before = byText.get(answer.text);
    byText.set(answer.text, before ? mergeAnswer(before, answer) : answer);
  }
  const answers = [...byText.values()];
  const confirmed = answers
    .filter(({ standing }) => standing === 'confirmed')
    .sort((one, other) => (one.confirmedAt ?? 0) - (other.confirmedAt ?? 0));
  return [...answers.filter(({ standing }) => standing !== 'confirmed'), ...confirmed];
}

/** The same, where no refusal among the added ones overtakes what is confirmed: it was said of another question or account. */
export function takeIn(known: readonly Answer[], added: readonly Answer[]): Answer[] {
  const confirmed = known.filter(({ standing }) => standing === 'confirmed').map(({ text }) => text);
  return mergeAnswers(
    added.filter(({ text }) => !confirmed.includes(text)),
    known,
  );
}

/**
 * Answers as they are known of another account or question: what EcoleDirecte accepted is only declared there, and what it
 * refused stays refused, as the doubt does.
 */
export function carryOver(answers: readonly Answer[]): Answer[] {
  return answers.map((answer) => {
    if (answer.standing !== 'confirmed') return answer;
    const { confirmedAt: _, ...rest } = answer;
    return { ...rest, standing: 'declared' };
  });
}

const RANKS: Record<Standing, number> = { unverified: 0, declared: 1, confirmed: 2, refused: 3 };

function mergeAnswer(one: Answer, other: Answer): Answer {
  const [weaker, stronger] = RANKS[one.standing] > RANKS[other.standing] ? [other, one] : [one, other];
  const isOvertaken =
    stronger.standing === 'refused' &&
    weaker.standing === 'confirmed' &&
    (weaker.confirmedAt ?? 0) > (stronger.refusedAt ?? 0);
  const [rest, leading] = isOvertaken ? [stronger, weaker] : [weaker, stronger];
  const latest = leading.standing === rest.standing && timeOf(rest) > timeOf(leading) ? rest : leading;
  return { ...latest, addedAt: Math.min(one.addedAt, other.addedAt) };
}

/** When EcoleDirecte last said something of an answer, in milliseconds since the epoch. */
function timeOf({ confirmedAt, refusedAt }: Answer): number {
  return Math.max(confirmedAt ?? 0, refusedAt ?? 0);
}
