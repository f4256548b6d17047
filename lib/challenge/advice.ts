/** Why nothing is chosen although something is remembered. */
export type Doubt =
  /** Several remembered answers are offered, none of them confirmed for this account. */
  | 'several'
  /** Only a question with another case, accents, spacing or apostrophes is remembered. */
  | 'other-spelling'
  /** The remembered answer is offered, but spelled a little differently. */
  | 'other-answer-spelling'
  /** Class, level or head teacher, known from before the school year began. */
  | 'school-year'
  /** The login form was not seen, and the answer belongs to a named account. */
  | 'account-unknown';

/**
 * What the background tells the page about one challenge, and all that it ever tells: texts are always among the
 * propositions that the page itself sent. `refused` are propositions that EcoleDirecte has already turned down.
 */
export type Advice =
  | { kind: 'unknown'; refused: string[] }
  | {
      kind: 'answer';
      proposition: string;
      confirmed: boolean;
      candidates: string[];
      refused: string[];
    }
  | {
      kind: 'candidates';
      candidates: string[];
      doubt: Doubt;
      refused: string[];
    }
  | { kind: 'not-offered'; refused: string[] }
  /** Its owner wants no answer to this question remembered. */
  | { kind: 'never' }
  /** The page has asked about too many different questions; the owner allows more in the popup. */
  | { kind: 'silent' }
  | { kind: 'locked' }
  /** The owner has not yet agreed to anything being kept (first run). */
  | { kind: 'not-set-up' }
  /** The vault cannot be read now; the popup says why. */
  | { kind: 'unavailable' };
