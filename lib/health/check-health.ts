import { alikeQuestions } from './alike-questions.ts';
import { blankTexts } from './blank-texts.ts';
import type { HealthKind } from './kinds.ts';
import { refusedQuestions } from './refused-questions.ts';
import type { Check, Remedy, Stored } from './remedy.ts';
import { repeatedAnswers } from './repeated-answers.ts';
import { unusedQuestions } from './unused-questions.ts';

/**
 * What of one kind is found in all records, each with what mends it; `now` is in milliseconds since the epoch. Nothing is
 * found in questions that their owner wants no answer remembered to.
 */
export function checkHealth(kind: HealthKind, stored: readonly Stored[], now: number): Remedy[] {
  return CHECKS[kind](
    stored.filter(({ record }) => !record.never),
    now,
  );
}

const CHECKS: Record<HealthKind, Check> = {
  repeated: repeatedAnswers,
  alike: alikeQuestions,
  blank: blankTexts,
  refused: refusedQuestions,
  unused: unusedQuestions,
};
