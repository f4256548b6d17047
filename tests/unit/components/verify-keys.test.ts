// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { keyOf } from '../../../components/verify-keys.ts';

test.each([
  ['1', 'Digit1', 1],
  ['9', 'Numpad9', 9],
  ['é', 'Digit2', 2],
  ['0', 'Digit0', null],
  ['à', 'Digit0', null],
  ['s', 'KeyS', 'skip'],
  ['S', 'KeyS', 'skip'],
  ['u', 'KeyU', 'undo'],
  ['Escape', 'Escape', 'leave'],
  ['Enter', 'Enter', null],
])('the key %s at %s means %s', (key, code, meaning) => {
  expect(keyOf(new KeyboardEvent('keydown', { key, code }))).toBe(meaning);
});

test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }])(
  'means nothing with %o',
  (with_) => {
    expect(keyOf(new KeyboardEvent('keydown', { key: '1', code: 'Digit1', ...with_ }))).toBeNull();
  },
);
