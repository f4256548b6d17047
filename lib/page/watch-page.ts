import type { Challenge } from '../challenge/challenge.ts';
import { readPage } from './read-page.ts';

/** In milliseconds; a question that stands still for two looks is read. */
const LOOK_EVERY = 400;
/** After two minutes a login is over, and nobody looks any more. */
const MOST_LOOKS = 300;
const LOGIN_PATH = /^\/login/i;

/**
 * Looks at the page of a login that its owner is just sending for a question that no call told of, until `signal`: calls
 * `onChallenge` with each that comes up, and `onMovedOn` once the page has left the login. Where no login is, and
 * between logins, nothing looks.
 */
export function watchPage(
  page: Window,
  signal: AbortSignal,
  { onChallenge, onMovedOn }: { onChallenge(challenge: Challenge): void; onMovedOn(): void },
): void {
  if (!LOGIN_PATH.test(page.location.pathname)) return;
  /** What the page asks before the login is sent, such as who signs in. */
  let first: string | undefined;
  let before = '';
  let told = '';
  const look = (left: number) => {
    if (signal.aborted || left === 0) return;
    try {
      const challenge = readPage(page.document);
      const now = JSON.stringify(challenge);
      first ??= now;
      if (!LOGIN_PATH.test(page.location.pathname) && now !== told) return onMovedOn();
      if (challenge && now === before && now !== told && now !== first) {
        told = now;
        onChallenge(challenge);
      }
      before = now;
    } catch {
      // A page that cannot be read is left alone, and nothing is thrown at it.
      return;
    }
    setTimeout(look, LOOK_EVERY, left - 1);
  };
  look(MOST_LOOKS);
}
