import type { ListedQuestions, QuestionSummary, Status } from '../../../lib/messages.ts';

/** An open vault of one question, and a tab that asked nothing. */
export const STATUS: Status = {
  vault: 'open',
  problem: null,
  method: 'device',
  place: 'database',
  waiting: 0,
  offers: [],
  tab: null,
};

/** A question with one answer that its owner typed, neither confirmed nor used; its id is its text where none is given. */
export function makeQuestion(question: string, given: Partial<QuestionSummary> = {}): QuestionSummary {
  return {
    id: question,
    account: null,
    question,
    standings: ['declared'],
    addedAt: 0,
    position: 0,
    knownAt: 0,
    ...given,
  };
}

/** These, and nothing that is damaged. */
export function listed(...questions: QuestionSummary[]): ListedQuestions {
  return { questions, damaged: 0, next: null };
}
