import type { Advice, Doubt } from './advice.ts';

/** Each doubt by the name that its sentences have. */
export const DOUBT_NAMES = {
  several: 'several',
  'other-spelling': 'otherSpelling',
  'other-answer-spelling': 'otherAnswerSpelling',
  'school-year': 'schoolYear',
  'account-unknown': 'accountUnknown',
} as const satisfies Record<Doubt, string>;

/** Likewise each advice that names no proposition. */
export const KIND_NAMES = {
  unknown: 'unknown',
  'not-offered': 'notOffered',
  never: 'never',
  silent: 'silent',
  locked: 'locked',
  'not-set-up': 'notSetUp',
  unavailable: 'unavailable',
} as const satisfies Record<Exclude<Advice['kind'], 'answer' | 'candidates'>, string>;
