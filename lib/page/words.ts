import type { Advice, Doubt } from '../challenge/advice.ts';

/** Sentences of the in-page note, by their keys in the locales. */
export type NoteKey =
  | `page.note.${'selected' | 'marked' | 'unknown' | 'notOffered' | 'locked' | 'notSetUp' | 'unavailable' | 'silent' | 'notFound'}`
  | `page.note.${'accepted' | 'acceptedWaits' | 'acceptedNotRemembered' | 'refused' | 'refusedNotRemembered'}`
  | `page.note.candidates.${'several' | 'otherSpelling' | 'otherAnswerSpelling' | 'schoolYear' | 'accountUnknown'}`;

export type WordKey =
  | NoteKey
  | 'page.answer'
  | 'page.candidate'
  | 'page.refused'
  | 'page.close'
  | 'page.noteTitle';

/** Gives the text of a key in the owner's language. */
export type Words = (key: WordKey) => string;

const DOUBTS = {
  several: 'page.note.candidates.several',
  'other-spelling': 'page.note.candidates.otherSpelling',
  'other-answer-spelling': 'page.note.candidates.otherAnswerSpelling',
  'school-year': 'page.note.candidates.schoolYear',
  'account-unknown': 'page.note.candidates.accountUnknown',
} as const satisfies Record<Doubt, NoteKey>;

const KINDS = {
  unknown: 'page.note.unknown',
  'not-offered': 'page.note.notOffered',
  silent: 'page.note.silent',
  locked: 'page.note.locked',
  'not-set-up': 'page.note.notSetUp',
  unavailable: 'page.note.unavailable',
} as const satisfies Partial<Record<Advice['kind'], NoteKey>>;

/** Which sentence says what was done with an advice; `chosen` when the option was selected. */
export function noteKey(advice: Advice, chosen: boolean): NoteKey {
  if (advice.kind === 'answer') return chosen ? 'page.note.selected' : 'page.note.marked';
  return advice.kind === 'candidates' ? DOUBTS[advice.doubt] : KINDS[advice.kind];
}
