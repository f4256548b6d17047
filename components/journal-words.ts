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
const OF_A_QUESTION = {
  answer: 'journal.detail.answer',
  candidates: 'journal.detail.candidates',
  unknown: 'journal.detail.unknown',
  'not-offered': 'journal.detail.notOffered',
  accepted: 'journal.detail.accepted',
  refused: 'journal.detail.refused',
  'moved-on': 'journal.detail.movedOn',
  never: 'journal.detail.never',
} as const satisfies Record<Extract<Advice, { refused: unknown }>['kind'] | HeldOutcome['kind'], string>;

const EDITS = {
  added: 'journal.detail.added',
  changed: 'journal.detail.changed',
  settled: 'journal.detail.settled',
} as const;

const PASSPHRASES = {
  set: 'journal.detail.passphraseSet',
  changed: 'journal.detail.passphraseChanged',
  removed: 'journal.detail.passphraseRemoved',
} as const;

type TextOf<Details> = Details[keyof Details];
type Text = TextOf<typeof OF_A_QUESTION> | TextOf<typeof EDITS> | TextOf<typeof PASSPHRASES>;

/** The details that have words, of the kinds that are told by them. */
const DETAILS: { [Kind in JournalEntry['kind']]?: { [detail: string]: Text } } = {
  advice: OF_A_QUESTION,
  outcome: OF_A_QUESTION,
  edit: EDITS,
  passphrase: PASSPHRASES,
};

/** What happened, in words: by its detail, up to the `:` after which comes a doubt; or else by its kind. */
export function journalWords({ kind, detail }: JournalEntry): string {
  const word = detail.split(':')[0] ?? '';
  const details = DETAILS[kind] ?? {};
  return i18n.t((Object.hasOwn(details, word) && details[word]) || KINDS[kind]);
}
