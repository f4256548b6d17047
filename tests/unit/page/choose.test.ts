// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { isSeen } from '../../../lib/page/visible.ts';
import { chooseLyon, chosen, setOnly, TEXTS, widget } from './choosing.ts';

vi.mock('../../../lib/page/visible.ts', () => ({ isSeen: vi.fn(() => true) }));
// happy-dom has the text of an element elsewhere than browsers do, where Node's own getter does not reach it.
vi.mock('../../../lib/page/dom.ts', async (load) => {
  const dom = await load<typeof import('../../../lib/page/dom.ts')>();
  const textOf = ({ textContent }: Node) => textContent ?? '';
  return { ...dom, textOf, lettersOf: (node: Node) => dom.letters(textOf(node)) };
});

test('a page that undoes every click is not clicked without end', () => {
  document.body.append(
    ...TEXTS.map((text) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      input.type = 'radio';
      input.addEventListener('click', (event) => event.preventDefault());
      label.append(input, text);
      return label;
    }),
  );
  const clicks = vi.fn();
  document.addEventListener('click', clicks);
  expect(chooseLyon().at(-1)).toBe('failed');
  document.removeEventListener('click', clicks);
  expect(clicks.mock.calls.length).toBeLessThanOrEqual(5);
});

test('a radio button that is never shown as checked, and may send all the same, is clicked once', () => {
  const sent = vi.fn((event: Event) => event.preventDefault());
  document.body.innerHTML = '<label><input type=radio>LYON</label>';
  document.querySelector('input')?.addEventListener('click', sent);
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(sent).toHaveBeenCalledTimes(1);
});

test.each([
  ['a radio button', '<label><input type=radio disabled>LYON</label>', 'input'],
  ['one that only says so', '<label><input type=radio aria-disabled=true>LYON</label>', 'input'],
  ['one in a set that is', '<fieldset disabled><label><input type=radio>LYON</label></fieldset>', 'fieldset'],
  ['a list’s', '<select disabled><option>PARIS<option>LYON</select>', 'select'],
  ['an option in a list that is not', '<select><option>PARIS<option disabled>LYON</select>', '[disabled]'],
  ['a widget', '<p role=radiogroup aria-disabled=true><b role=radio aria-checked=false>LYON</b></p>', 'p'],
])('a disabled option is waited for, and nothing done to it: %s', (_, markup, disabled) => {
  document.body.innerHTML = markup;
  const heard = vi.fn();
  for (const type of ['click', 'keydown', 'change']) document.body.addEventListener(type, heard);
  const widget = document.querySelector('[role=radio]');
  widget?.addEventListener('click', () => widget.setAttribute('aria-checked', 'true'));
  expect(new Set(chooseLyon())).toEqual(new Set(['waiting']));
  expect(heard).not.toHaveBeenCalled();
  expect(chosen()).not.toContain('LYON');
  for (const state of ['disabled', 'aria-disabled']) document.querySelector(disabled)?.removeAttribute(state);
  expect(chooseLyon()).toEqual(['chosen']);
  expect(chosen()).toEqual(['LYON']);
});

test('nothing is pressed while the option is not to be seen', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  const heard = vi.fn();
  for (const type of ['click', 'keydown', 'focus']) options[1]?.addEventListener(type, heard);
  vi.mocked(isSeen).mockReturnValue(false);
  expect(new Set(chooseLyon())).toEqual(new Set(['waiting']));
  expect(heard).not.toHaveBeenCalled();
});

test('a button, which would send, is never pressed', () => {
  const button = document.createElement('button');
  button.textContent = 'LYON';
  const click = vi.fn();
  button.addEventListener('click', click);
  document.body.append(button);
  expect(chooseLyon()).toEqual(['failed']);
  expect(click).not.toHaveBeenCalled();
});

test('what the page had chosen already is nothing that was done here', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  setOnly(options, 'aria-checked', 1);
  expect(chooseLyon(1)).toEqual(['as-it-was']);
});
