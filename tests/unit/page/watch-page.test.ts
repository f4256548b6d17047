// @vitest-environment happy-dom
import './show.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readPage } from '../../../lib/page/read-page.ts';
import { watchPage } from '../../../lib/page/watch-page.ts';

vi.mock('../../../lib/page/read-page.ts', () => ({ readPage: vi.fn() }));

const CITY = { question: 'Quelle ville ?', propositions: ['PARIS', 'LYON', 'NICE'] };
const ROLE = { question: 'Vous êtes ?', propositions: ['Parent', 'Élève', 'Autre'] };
const onChallenge = vi.fn();
const onMovedOn = vi.fn();

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** A page that is watched, whose path and question a test may change. */
function watched(pathname: string, question: ReturnType<typeof readPage> = null) {
  const page = { location: { pathname }, document };
  vi.mocked(readPage).mockReturnValue(question);
  const signal = new AbortController().signal;
  watchPage(page as unknown as Window, signal, { onChallenge, onMovedOn }); // what is looked at of it
  return {
    show: (now: ReturnType<typeof readPage>, path = page.location.pathname) => {
      vi.mocked(readPage).mockReturnValue(now);
      page.location.pathname = path;
      vi.advanceTimersByTime(2_000);
    },
  };
}

it.each(['/login', '/Login', '/login/doubleauth'])('a question that comes at %s is told once', (path) => {
  const { show } = watched(path);
  show(CITY);
  show(CITY);
  expect(onChallenge.mock.calls).toEqual([[CITY]]);
  expect(onMovedOn).not.toHaveBeenCalled();
  show(null, '/Accueil');
  expect(onMovedOn).toHaveBeenCalledTimes(1);
});

it('nothing is looked at where no login is', () => {
  const { show } = watched('/Famille/MonCompte');
  show(ROLE);
  show(null, '/Accueil');
  expect(readPage).not.toHaveBeenCalled();
  expect(onChallenge).not.toHaveBeenCalled();
  expect(onMovedOn).not.toHaveBeenCalled();
});

it('what the page asked before the form was sent is not the login’s question, be it asked again after it', () => {
  const { show } = watched('/login', ROLE);
  show(ROLE);
  expect(onChallenge).not.toHaveBeenCalled();
  show(CITY);
  show(ROLE);
  expect(onChallenge.mock.calls).toEqual([[CITY]]);
});

it('what is asked once the login is left is none of its questions', () => {
  const { show } = watched('/login');
  show(CITY);
  show(ROLE, '/Accueil');
  expect(onMovedOn).toHaveBeenCalledTimes(1);
  show(CITY);
  expect(onChallenge.mock.calls).toEqual([[CITY]]);
});

it('the login is not left as long as its question is shown', () => {
  const { show } = watched('/login');
  show(CITY);
  show(CITY, '/Accueil');
  expect(onMovedOn).not.toHaveBeenCalled();
  show(null);
  expect(onMovedOn).toHaveBeenCalledTimes(1);
});

it('a page that cannot be read has nothing thrown at it, and is left alone', () => {
  const { show } = watched('/login');
  vi.mocked(readPage).mockImplementation(() => {
    throw new Error('unreadable');
  });
  expect(() => vi.advanceTimersByTime(2_000)).not.toThrow();
  const looks = vi.mocked(readPage).mock.calls.length;
  show(CITY);
  expect(vi.mocked(readPage).mock.calls.length).toBe(looks);
  expect(onMovedOn).not.toHaveBeenCalled();
});
