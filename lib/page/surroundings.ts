import type { Advice } from '../challenge/advice.ts';
import type { PageProtocol } from '../messages.ts';
import type { NoteKey, Words } from './words.ts';

/** What a challenge is followed with. */
export interface Surroundings {
  document: Document;
  /** The way to the background; a call that rejects means that there is none any more. */
  background: {
    [Name in keyof PageProtocol]: (
      request: Parameters<PageProtocol[Name]>[0],
    ) => Promise<ReturnType<PageProtocol[Name]>>;
  };
  /** Has the background ready for a question that is about to come. */
  wake: () => void;
  words: Words;
  /** Calls back whenever advice that was not to be had may be asked for again. */
  onAskAgain: (callback: () => void) => void;
  /** Calls back whenever the owner asks, outside the page, for their answer to be chosen. */
  onChoose: (callback: () => void) => void;
  /** The identifier typed in the login form, null when none was seen. */
  identifier: () => string | null;
}

/** What was before a challenge, and may be done about it. */
export interface Conditions {
  /** Nothing is chosen where a wrong answer to this very question was given. */
  mayChoose: boolean;
  /** Its owner has had their hand on its options, or it was held for another reason: it stays so. */
  isHeld: boolean;
  /** What came of an answer a moment ago; it is told with the advice. */
  lastWord: NoteKey | null;
  /** Asks whether this answer may be sent now without its owner, which it may be once at most. */
  claimSending: (advice: Advice, suspended: boolean) => boolean;
  /** The question was on the page, and has left it without an outcome. */
  onEnded: () => void;
  /** The challenge is the page's own text, and may be of another kind altogether: then not a word is said. */
  source: 'probe' | 'page';
}
