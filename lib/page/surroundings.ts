import type { Advice } from '../challenge/advice.ts';
import type { Challenge } from '../challenge/challenge.ts';
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
  /** Nothing is chosen by itself either where it was held when it was followed before. */
  isHeld: boolean;
  /** What came of an answer a moment ago; it is told with the advice. */
  lastWord: NoteKey | null;
  /** Asks whether this answer may be sent now without its owner, which it may be once at most. */
  claimSending: (advice: Advice, suspended: boolean) => boolean;
  /** The question was on the page, and has left it without an outcome; or the last word has no question to be told with. */
  onEnded: () => void;
  /** The challenge is the page's own text, and may be of another kind altogether: then not a word is said. */
  source: 'probe' | 'page';
}

/** A challenge that is on its way. */
export interface FollowedChallenge {
  challenge: Challenge;
  /** Whether its answer was sent without its owner. */
  wasSent(): boolean;
  /** The proposition that was last seen to be chosen on the page, or null. */
  chosen(): string | null;
  /** Chooses the advised answer because its owner asked for it, where there is no doubt which. */
  chooseNow(): void;
  /** Nothing more is chosen by itself: the page may draw a question anew before it is told why. */
  hold(): void;
  /** Whether it is held so, or by its owner, who had their hand on an option. */
  isHeld(): boolean;
  /** Stops watching, and takes marks and note off the page. */
  leave(): void;
}
