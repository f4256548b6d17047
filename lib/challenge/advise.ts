import type { Advice, Doubt } from './advice.ts';
import type { Answer, QuestionRecord } from './answer.ts';
import type { Challenge } from './challenge.ts';
import { fold } from './fold.ts';
import { isFromAnEarlierSchoolYear } from './school-year.ts';

/** What the vault holds that bears on one challenge, for the account of this login and for "all accounts". */
export interface Known {
  /** Records of exactly this question. */
  exact: readonly QuestionRecord[];
  /** Records of questions that only fold to the same. */
  otherSpellings: readonly QuestionRecord[];
  /** Records of this question under accounts of which none can be said to be this one. */
  unknownAccounts?: readonly QuestionRecord[];
}

/**
 * The advice for one challenge: the whole decision, and the only one. `account` is the identifier typed in the login
 * form, null when it was not seen; `now` is in milliseconds since the epoch. An `answer` is always one of the
 * propositions, letter for letter, and there once; wherever there is a doubt the advice is `candidates`.
 */
export function advise(challenge: Challenge, account: string | null, known: Known, now: number): Advice {
  const answers = ofAccount(known.exact, account);
  const refusedTexts = new Set(
    answers.filter(({ standing }) => standing === 'refused').map(({ text }) => text),
  );
  const refused = offered(challenge, refusedTexts);
  const usable = answers.filter(({ text }) => !refusedTexts.has(text));
  const here = usable.filter(({ text }) => challenge.propositions.includes(text));
  const doubtful = (texts: Iterable<string>, doubt: Doubt): Advice | null => {
    const candidates = offered(challenge, texts).filter((text) => !refusedTexts.has(text));
    return candidates.length > 0 ? { kind: 'candidates', candidates, doubt, refused } : null;
  };

  if (here.length > 0) {
    const best = here.length === 1 ? here[0] : latestConfirmed(here, now);
    const texts = here.map(({ text }) => text);
    if (!best || !isUnique(challenge, best.text))
      return {
        kind: 'candidates',
        candidates: texts,
        doubt: 'several',
        refused,
      };
    const knownAt = best.confirmedAt ?? best.addedAt;
    if (isFromAnEarlierSchoolYear(challenge.question, knownAt, now)) {
      return {
        kind: 'candidates',
        candidates: texts,
        doubt: 'school-year',
        refused,
      };
    }
    const candidates = texts.filter((text) => text !== best.text);
    return {
      kind: 'answer',
      proposition: best.text,
      confirmed: best.standing === 'confirmed',
      candidates,
      refused,
    };
  }
  const folded = new Set(usable.map(({ text }) => fold(text)));
  const resembling = challenge.propositions.filter((text) => folded.has(fold(text)));
  return (
    doubtful(resembling, 'other-answer-spelling') ??
    doubtful(usableTexts(known.otherSpellings), 'other-spelling') ??
    doubtful(usableTexts(known.unknownAccounts ?? []), 'account-unknown') ??
    (usable.length > 0 ? { kind: 'not-offered', refused } : null) ??
    (isSilenced(known.exact, account) ? { kind: 'never' } : { kind: 'unknown', refused })
  );
}

/** Whether the owner wants no answer to this question remembered, for this account or for all. */
export function isSilenced(records: readonly QuestionRecord[], account: string | null): boolean {
  return records.some((record) => record.never && (record.account === account || record.account === null));
}

/**
 * One answer a text. What was confirmed or refused counts as such only in the account's own record: what another
 * account, or no known one, was told says nothing certain about this one.
 */
function ofAccount(records: readonly QuestionRecord[], account: string | null): Answer[] {
  const byText = new Map<string, Answer>();
  const own = records.filter((record) => record.account === account && account !== null);
  const shared = records.filter((record) => record.account === null);
  for (const answer of shared.flatMap((record) => record.answers)) {
    byText.set(answer.text, answer.standing === 'confirmed' ? { ...answer, standing: 'declared' } : answer);
  }
  for (const answer of own.flatMap((record) => record.answers)) byText.set(answer.text, answer);
  return [...byText.values()];
}

function latestConfirmed(answers: readonly Answer[], now: number): Answer | undefined {
  // A time to come is a clock's that was wrong: all others are later.
  const timeOf = ({ confirmedAt = 0 }: Answer) => (confirmedAt > now ? 0 : confirmedAt);
  return answers
    .filter(({ standing }) => standing === 'confirmed')
    .reduce<Answer | undefined>(
      (latest, answer) => (latest && timeOf(answer) < timeOf(latest) ? latest : answer),
      undefined,
    );
}

function usableTexts(records: readonly QuestionRecord[]): string[] {
  return records.flatMap(({ answers }) =>
    answers.filter(({ standing }) => standing !== 'refused').map(({ text }) => text),
  );
}

function offered(challenge: Challenge, texts: Iterable<string>): string[] {
  const wanted = new Set(texts);
  return [...new Set(challenge.propositions)].filter((text) => wanted.has(text));
}

function isUnique(challenge: Challenge, text: string): boolean {
  return challenge.propositions.filter((other) => other === text).length === 1;
}
