import type { Advice } from '../challenge/advice.ts';
import { localeName } from '../challenge/locale-name.ts';
import type { Outcome } from '../challenge/outcome.ts';
import type { Remembering } from '../messages.ts';

/** Sentences of the in-page note, by their keys in the locales. */
export type NoteKey =
  | `page.note.${'selected' | 'marked' | 'unknown' | 'notOffered' | 'locked' | 'notSetUp' | 'unavailable' | 'silent' | 'notFound'}`
  | `page.note.${'never' | 'sending' | 'sent' | 'sendCancelled' | 'suspended' | 'ended'}`
  | `page.note.${'accepted' | 'acceptedAsks' | 'acceptedWaits' | 'acceptedNotRemembered'}`
  | `page.note.${'refused' | 'refusedNotRemembered' | 'blocked' | 'expired' | 'outdated' | 'unclear' | 'noReply'}`
  | `page.note.${'movedOn' | 'movedOnAsks' | 'later' | 'neverAgain' | 'loginBlocked' | 'loginFailed'}`
  | `page.note.candidates.${'several' | 'otherSpelling' | 'otherAnswerSpelling' | 'schoolYear' | 'accountUnknown'}`;

export type WordKey =
  | NoteKey
  | 'page.answer'
  | 'page.candidate'
  | 'page.refused'
  | 'page.close'
  | `page.action.${'cancel' | 'save' | 'later' | 'never'}`
  | 'page.noteTitle';

/** Gives the text of a key in the owner's language. */
export type Words = (key: WordKey) => string;

/** Which sentence says what was done with an advice; `chosen` when the option was selected. */
export function noteKey(advice: Advice, chosen: boolean): NoteKey {
  if (advice.kind === 'answer') return chosen ? 'page.note.selected' : 'page.note.marked';
  if (advice.kind === 'candidates') return `page.note.candidates.${localeName(advice.doubt)}`;
  return `page.note.${localeName(advice.kind)}`;
}

/** Which sentence says what an outcome means, and what became of the answer. */
export function outcomeKey(outcome: Outcome, { remembered, waits, asks }: Remembering): NoteKey {
  switch (outcome) {
    case 'accepted':
      if (asks) return 'page.note.acceptedAsks';
      if (waits) return 'page.note.acceptedWaits';
      return remembered ? 'page.note.accepted' : 'page.note.acceptedNotRemembered';
    case 'refused':
      return remembered ? 'page.note.refused' : 'page.note.refusedNotRemembered';
    default:
      return `page.note.${outcome}`;
  }
}
