// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { background, CITY, chosen, marks, notes, pass, probe, radio, showDialog } from './followed-page.ts';

vi.mock('../../../lib/page/visible.ts', async () => (await import('./fake-layout.ts')).visible());
vi.mock('../../../lib/page/dom.ts', async (load) => (await import('./fake-layout.ts')).dom(load as never));

const ask = () => probe({ kind: 'challenge', ...CITY });

test('the answer is marked and selected', async () => {
  await ask();
  showDialog();
  await pass(200);
  expect(marks()).toEqual(['PARIS: answer']);
  expect(chosen()).toBe('PARIS');
  expect(notes()).toEqual(['page.note.selected']);
  expect(background.reports).toEqual([{ kind: 'selected' }]);
});

test('a choice that the page undoes later is not told as selected', async () => {
  await ask();
  showDialog();
  await pass(200);
  expect(notes()).toEqual(['page.note.selected']);
  radio('LYON').checked = true;
  await pass(200);
  expect(chosen()).toBe('LYON');
  expect(notes()).toEqual(['page.note.marked']);
  expect(background.reports.at(-1)).toEqual({ kind: 'marked' });
});
