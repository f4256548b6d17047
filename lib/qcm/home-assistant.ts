import type { QcmQuestion } from './types.ts';

/** One question as it is exported: its usable answers, and those that EcoleDirecte accepted, the latest last. */
export interface ExportedQuestion extends QcmQuestion {
  confirmed: string[];
}

/**
 * What Home Assistant can use: it takes a question that has exactly one answer, and sends that without end when it is
 * wrong. So each question goes with its one confirmed answer; the others are `leftOut`.
 */
export function forHomeAssistant(questions: readonly ExportedQuestion[]): {
  entries: QcmQuestion[];
  leftOut: string[];
} {
  const isUsable = ({ confirmed }: ExportedQuestion) => confirmed.length === 1;
  return {
    entries: questions.filter(isUsable).map(({ question, confirmed }) => ({ question, answers: confirmed })),
    leftOut: questions.filter((one) => !isUsable(one)).map(({ question }) => question),
  };
}
