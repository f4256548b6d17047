import type { HeldOutcome } from '../lib/background/outcome-list.ts';
import type { Advice } from '../lib/challenge/advice.ts';
import type { JournalEntry } from '../lib/messages.ts';
import { i18n } from './i18n.ts';

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

/** What can be written of a question: what was advised where the vault was read, and what came of its answer. */
const DETAILS = {
  answer: 'journal.detail.answer',
  candidates: 'journal.detail.candidates',
  unknown: 'journal.detail.unknown',
  'not-offered': 'journal.detail.notOffered',
  accepted: 'journal.detail.accepted',
  refused: 'journal.detail.refused',
  'moved-on': 'journal.detail.movedOn',
  never: 'journal.detail.never',
} as const satisfies Record<Extract<Advice, { refused: unknown }>['kind'] | HeldOutcome['kind'], string>;

/** What happened, in words: what came of a question (its detail up to the `:`, after which comes the doubt), or its kind. */
export function journalWords({ kind, detail }: JournalEntry): string {
  const word = detail.split(':')[0] ?? '';
  return i18n.t((kind === 'advice' || kind === 'outcome') && isDetail(word) ? DETAILS[word] : KINDS[kind]);
}

function isDetail(word: string): word is keyof typeof DETAILS {
  return Object.hasOwn(DETAILS, word);
}
