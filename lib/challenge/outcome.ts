/**
 * What EcoleDirecte's reply to an answer means. Only `accepted`, `refused` and `blocked` say something about the answer;
 * after the others nobody knows, so nothing is learned from them.
 */
export type Outcome =
  | 'accepted'
  | 'refused'
  /** The account is blocked, or may be: its owner has to follow a link sent by e-mail. */
  | 'blocked'
  /** The session was too old for the answer to be looked at. */
  | 'expired'
  /** EcoleDirecte wants another version of its own page. */
  | 'outdated'
  /** A reply that says neither yes nor no. */
  | 'unclear';

/** Codes of `doubleauth.awp?verbe=post` that are more than a plain "wrong", from public clients of the API. */
const CODES: Readonly<Record<number, Outcome>> = {
  // Without the proof of device, which would have made it accepted.
  200: 'unclear',
  225: 'unclear',
  250: 'unclear',
  516: 'blocked',
  517: 'outdated',
  520: 'expired',
  521: 'expired',
  525: 'expired',
  535: 'blocked',
  550: 'blocked',
};

/** What a reply with this code means; `accepted` is whether it came with a proof of device. */
export function outcomeOf({ accepted, code }: { accepted: boolean; code: number }): Outcome {
  return accepted ? 'accepted' : (CODES[code] ?? 'refused');
}

/** Whether an outcome says that the answer was the wrong one: what came with a block is not to be tried again. */
export function isRefusal(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'blocked';
}

/** What the code of a login's reply (`login.awp`) means for who signs in; `failed` is any that leads nowhere. */
export function loginOutcomeOf(code: number): 'in' | 'asked' | 'blocked' | 'failed' {
  if (code === 200) return 'in';
  if (code === 250) return 'asked';
  return CODES[code] === 'blocked' ? 'blocked' : 'failed';
}
