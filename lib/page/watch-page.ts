import type { Challenge } from '../challenge/challenge.ts';
import { readPage } from './read-page.ts';

/** A login is over by then, in milliseconds: longer nobody looks. */
const WATCHED_FOR = 2 * 60_000;
/** In milliseconds; a question that stands still for two looks is read. */
const LOOK_EVERY = 400;
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
  const isAtLogin = () => LOGIN_PATH.test(page.location.pathname);
  if (!isAtLogin()) return;
  const life = new AbortController();
  /** What the page asks before the login is sent, such as who signs in. */
  let first: string | undefined;
  let before = '';
  let told = '';
  const end = () => life.abort();
  const look = () => {
    try {
      const challenge = readPage(page.document);
      const now = JSON.stringify(challenge);
      first ??= now;
      if (!isAtLogin() && now !== told) {
        end();
        onMovedOn();
      } else if (challenge && now === before && now !== told && now !== first) {
        told = now;
        onChallenge(challenge);
      }
      before = now;
    } catch {
      // A page that cannot be read is left alone, and nothing is thrown at it.
      end();
    }
  };
  const looking = setInterval(look, LOOK_EVERY);
  const giveUp = setTimeout(end, WATCHED_FOR);
  life.signal.addEventListener('abort', () => {
    clearInterval(looking);
    clearTimeout(giveUp);
  });
  signal.addEventListener('abort', end, { signal: life.signal });
  look();
}
