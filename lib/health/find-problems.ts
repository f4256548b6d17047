import type { Answer, QuestionRecord } from '../challenge/answer.ts';
import { fold } from '../challenge/fold.ts';
import type { Problem, Stored } from './problem.ts';

/** A question that was neither used nor confirmed nor added for this long is not asked any more: 365 days, in milliseconds. */
const UNUSED_AFTER = 365 * 24 * 60 * 60 * 1_000;

/**
 * Every problem of these records, by kind and then in their order; `now` is in milliseconds since the epoch. A question of
 * which its owner wants nothing remembered is a problem only where its text is empty.
 */
export function findProblems(all: readonly Stored[], now: number): Problem[] {
  const wanted = all.filter(({ record }) => record.never !== true);
  const each = (kind: Problem['kind'], from: readonly Stored[], is: (record: QuestionRecord) => boolean) =>
    from.filter(({ record }) => is(record)).map((stored): Problem => ({ kind, stored: [stored] }));
  return [
    ...each('empty', all, hasEmptyText),
    ...each('repeated', wanted, ({ answers }) => repeatedIn(answers).size > 0),
    ...each('refused', wanted, ({ answers }) => answers.some(({ standing }) => standing === 'refused')),
    ...each('unused', wanted, (record) => lastTimeOf(record) < now - UNUSED_AFTER),
    ...alike(wanted),
  ];
}

export function isEmpty(text: string): boolean {
  return fold(text) === '';
}

function hasEmptyText({ question, answers }: QuestionRecord): boolean {
  return isEmpty(question) || answers.some(({ text }) => isEmpty(text));
}

const RANKS = { refused: 0, unverified: 1, declared: 2, confirmed: 3 } as const;

/** The usable answers that another one, of the same letters, makes needless: a better one, or else a later one, stays. */
export function repeatedIn(answers: readonly Answer[]): Set<Answer> {
  const kept = new Map<string, Answer>();
  const needless = new Set<Answer>();
  for (const answer of answers) {
    if (answer.standing === 'refused') continue;
    const letters = fold(answer.text);
    const before = kept.get(letters);
    const isWorse = before && RANKS[answer.standing] < RANKS[before.standing];
    if (before) needless.add(isWorse ? answer : before);
    if (!isWorse) kept.set(letters, answer);
  }
  return needless;
}

/** When a question was last of use, or else added. */
function lastTimeOf({ answers, addedAt }: QuestionRecord): number {
  return Math.max(addedAt, ...answers.flatMap((one) => [one.addedAt, one.confirmedAt ?? 0, one.usedAt ?? 0]));
}

/** The questions of one account that differ in case, accents, spaces or punctuation alone; the one of last use comes first. */
function alike(all: readonly Stored[]): Problem[] {
  const groups = new Map<string, [Stored, ...Stored[]]>();
  for (const stored of all) {
    const { account, question } = stored.record;
    const letters = fold(question).replace(/\p{P}/gu, '');
    const key = JSON.stringify([account, letters]);
    const group = groups.get(key);
    if (group) group.push(stored);
    else if (letters !== '') groups.set(key, [stored]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      group.sort(
        (one, other) =>
          confirmedAt(other) - confirmedAt(one) || lastTimeOf(other.record) - lastTimeOf(one.record),
      );
      return { kind: 'alike', stored: group };
    });
}

/** The spelling that EcoleDirecte confirmed last is the one that it uses; zero where it confirmed none. */
function confirmedAt({ record }: Stored): number {
  return Math.max(0, ...record.answers.map((answer) => answer.confirmedAt ?? 0));
}
