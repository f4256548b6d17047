// @vitest-environment happy-dom
import './show.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onLoginStart } from '../../../lib/page/login-start.ts';
import { show } from './show.ts';

const FORM =
  '<form id=login><input id=name><input id=secret type=password><button>Se connecter</button></form>';
const begins = vi.fn();
let life = new AbortController();

beforeEach(() => {
  life = new AbortController();
  onLoginStart(document, begins, life.signal);
});
afterEach(() => {
  life.abort();
  begins.mockClear();
});

/** Dispatches an event, which browsers trust where it is the owner's own. */
function dispatch(selector: string, event: Event, isByHand: boolean): void {
  if (isByHand) Object.defineProperty(event, 'isTrusted', { value: true });
  document.querySelector(selector)?.dispatchEvent(event);
}
const click = () => new Event('click', { bubbles: true, composed: true });
const key = (key: string) => new KeyboardEvent('keydown', { key, bubbles: true, composed: true });

it.each([
  ['a click on what sends it', 'button', click],
  ['Enter in the name', '#name', () => key('Enter')],
  ['Enter in the password', '#secret', () => key('Enter')],
])('%s begins a login by hand, and none by a script', (_, selector, make) => {
  show(FORM);
  dispatch(selector, make(), false);
  expect(begins).not.toHaveBeenCalled();
  dispatch(selector, make(), true);
  expect(begins).toHaveBeenCalledTimes(1);
});

it('a script that presses what sends it, or sends it without, begins no login', () => {
  show(FORM);
  const form = document.querySelector<HTMLFormElement>('#login');
  const sent = vi.fn((event: Event) => event.preventDefault());
  form?.addEventListener('submit', sent);
  document.querySelector('button')?.click();
  form?.requestSubmit();
  expect(sent).toHaveBeenCalledTimes(2);
  dispatch('#login', new Event('submit', { bubbles: true, cancelable: true }), true);
  expect(begins).not.toHaveBeenCalled();
});

it.each([
  ['a click on a field', FORM, '#name', click],
  ['another key', FORM, '#secret', () => key('a')],
  ['a form without a password', '<form><input id=name><button>Rechercher</button></form>', 'button', click],
  ['a button outside of it', `${FORM}<button id=other type=button>Aide</button>`, '#other', click],
])('%s begins no login', (_, markup, selector, make) => {
  show(markup);
  dispatch(selector, make(), true);
  expect(begins).not.toHaveBeenCalled();
});
