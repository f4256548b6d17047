import { fold } from '../lib/challenge/fold.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { type QuestionStatus, statusOf } from './question-status.ts';

/** The orders of the list; times go from the latest to the earliest, and what never was comes last. */
export const SORTS = ['added', 'newest', 'question', 'account', 'confirmed', 'used'] as const;
export type Sort = (typeof SORTS)[number];

/** What the list is narrowed to; null leaves it as wide as it is. */
export interface Filter {
  query: string;
  status: QuestionStatus | null;
  account: { is: string | null } | null;
}

/** A question with what searching and filtering ask of it, worked out once. */
export interface Entry {
  question: QuestionSummary;
  status: QuestionStatus;
  /** Question and account, folded. */
  folded: string;
}

/** What the list is searched by; `now` is in milliseconds since the epoch. */
export function prepare(questions: readonly QuestionSummary[], now: number): Entry[] {
  return questions.map((question) => ({
    question,
    status: statusOf(question, now),
    folded: fold(`${question.question}\n${question.account ?? ''}`),
  }));
}

/** The entries that a filter leaves, without regard to accents or case, in their order. */
export function narrow(entries: readonly Entry[], { query, status, account }: Filter): Entry[] {
  const wanted = fold(query);
  return entries.filter(
    (entry) =>
      entry.folded.includes(wanted) &&
      (status === null || entry.status === status) &&
      (account === null || entry.question.account === account.is),
  );
}

/** The entries in another order; `added` is the one in which they come. */
export function sort(entries: readonly Entry[], by: Sort): Entry[] {
  // Questions are French whatever the language of the pages.
  const { compare } = new Intl.Collator('fr', { numeric: true });
  const byText = ({ question: one }: Entry, { question: other }: Entry) =>
    compare(one.question, other.question);
  const byTime = (time: (question: QuestionSummary) => number | undefined) => (one: Entry, other: Entry) =>
    (time(other.question) ?? 0) - (time(one.question) ?? 0);
  switch (by) {
    case 'added':
      return [...entries];
    case 'newest':
      return [...entries].sort(byTime(({ addedAt }) => addedAt));
    case 'question':
      return [...entries].sort(byText);
    case 'account':
      return [...entries].sort(
        (one, other) =>
          compare(one.question.account ?? '', other.question.account ?? '') || byText(one, other),
      );
    case 'confirmed':
      return [...entries].sort(byTime(({ confirmedAt }) => confirmedAt));
    case 'used':
      return [...entries].sort(byTime(({ usedAt }) => usedAt));
  }
}
