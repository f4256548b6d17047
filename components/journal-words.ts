import { i18n } from '#i18n';
import type { JournalEntry } from '../lib/messages.ts';

const KINDS = {
  advice: 'journal.kind.advice',
  outcome: 'journal.kind.outcome',
  import: 'journal.kind.import',
  export: 'journal.kind.export',
  edit: 'journal.kind.edit',
  delete: 'journal.kind.delete',
  undo: 'journal.kind.undo',
  unlock: 'journal.kind.unlock',
  lock: 'journal.kind.lock',
  passphrase: 'journal.kind.passphrase',
} as const satisfies Record<JournalEntry['kind'], string>;

const DETAILS = {
  answer: 'journal.detail.answer',
  candidates: 'journal.detail.candidates',
  unknown: 'journal.detail.unknown',
  'not-offered': 'journal.detail.notOffered',
  locked: 'journal.detail.locked',
  'not-set-up': 'journal.detail.notSetUp',
  unavailable: 'journal.detail.unavailable',
  marked: 'journal.detail.marked',
  selected: 'journal.detail.selected',
  'not-found': 'journal.detail.notFound',
  ended: 'journal.detail.ended',
  accepted: 'journal.detail.accepted',
  refused: 'journal.detail.refused',
} as const;

/** What happened, in words: what came of a question (its detail up to the `:`, after which comes the doubt), or its kind. */
export function journalWords({ kind, detail }: JournalEntry): string {
  const word = detail.split(':')[0] ?? '';
  return i18n.t((kind === 'advice' || kind === 'outcome') && isDetail(word) ? DETAILS[word] : KINDS[kind]);
}

function isDetail(word: string): word is keyof typeof DETAILS {
  return Object.hasOwn(DETAILS, word);
}
