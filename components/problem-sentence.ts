import { i18n } from './i18n.ts';
import type { RefusalCode } from './read-qcm-file.ts';

const KEYS = {
  'cut-off': 'import.problem.cutOff',
  comment: 'import.problem.comment',
  unexpected: 'import.problem.unexpected',
  'bad-string': 'import.problem.badString',
  'bad-number': 'import.problem.badNumber',
  'trailing-text': 'import.problem.trailingText',
  'too-deep': 'import.problem.tooDeep',
  'not-an-object': 'import.problem.notAnObject',
  'too-many-questions': 'import.problem.tooManyQuestions',
  'too-large': 'import.problem.tooLarge',
  'number-as-text': 'import.problem.numberAsText',
  'string-as-list': 'import.problem.stringAsList',
  'value-skipped': 'import.problem.valueSkipped',
  'value-not-a-list': 'import.problem.valueNotAList',
  'empty-answer': 'import.problem.emptyAnswer',
  'empty-answers': 'import.problem.emptyAnswers',
  'empty-question': 'import.problem.emptyQuestion',
  'duplicate-answer': 'import.problem.duplicateAnswer',
  'repeated-question': 'import.problem.repeatedQuestion',
  'too-many-answers': 'import.problem.tooManyAnswers',
  'text-too-long': 'import.problem.textTooLong',
  unreadable: 'import.problem.unreadable',
  'raw-export': 'import.problem.rawExport',
  archive: 'import.problem.archive',
  pdf: 'import.problem.pdf',
  'web-page': 'import.problem.webPage',
} as const satisfies Record<RefusalCode, string>;

/** What is wrong with a file, or at one place of it, and what was made of it. */
export function problemSentence(code: RefusalCode): string {
  return i18n.t(KEYS[code]);
}
