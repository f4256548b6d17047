import type { Challenge } from '../challenge/challenge.ts';
import { readPage } from './read-page.ts';

/** A login is over by then, in milliseconds: longer nobody looks. */
const WATCHED_FOR = 2 * 60_000;
/** In milliseconds; a question that stands still for two looks is read. */
const LOOK_EVERY = 400;
const LOGIN_PATH = /^\/login/i;

/**
 * Looks at the page of a login that its owner has just begun for a question that no call told of, until `signal`: calls
 * `onChallenge` with each that the page shows, and `onMovedOn` once it has left the login. Between logins nothing looks.
 */
export function watchPage(
  page: Window,
  signal: AbortSignal,
  { onChallenge, onMovedOn }: { onChallenge(challenge: Challenge): void; onMovedOn(): void },
): void {
  const life = new AbortController();
  let before = '';
  let told = '';
  const end = () => life.abort();
  const look = () => {
    const challenge = readPage(page.document);
    if (!LOGIN_PATH.test(page.location.pathname) && !challenge) {
      end();
      return onMovedOn();
    }
    const now = JSON.stringify(challenge);
    if (challenge && now === before && now !== told) {
      told = now;
      onChallenge(challenge);
    }
    before = now;
  };
  const looking = setInterval(look, LOOK_EVERY);
  const giveUp = setTimeout(end, WATCHED_FOR);
  life.signal.addEventListener('abort', () => {
    clearInterval(looking);
    clearTimeout(giveUp);
  });
  signal.addEventListener('abort', end, { signal: life.signal });
}
