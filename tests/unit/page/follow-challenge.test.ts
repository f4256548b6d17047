// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import {
  advised,
  background,
  CITY,
  chooseByHand,
  chosen,
  marks,
  notes,
  pass,
  probe,
  radio,
  showDialog,
  told,
} from './followed-page.ts';

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

test('what its owner chose before unlocking is not chosen over', async () => {
  background.advice = async () => ({ advice: { kind: 'locked' }, mode: 'select', suspended: false });
  await ask();
  showDialog();
  await pass(200);
  chooseByHand('NICE');
  background.advice = async () => advised('PARIS');
  told.askAgain();
  await pass(500);
  expect(marks()).toEqual(['PARIS: answer']);
  expect(chosen()).toBe('NICE');
});

test('what its owner chose while the background was slow is not chosen over', async () => {
  let reply = () => {};
  background.advice = () =>
    new Promise((resolve) => {
      reply = () => resolve(advised('PARIS'));
    });
  await ask();
  showDialog();
  await pass(200);
  chooseByHand('NICE');
  reply();
  await pass(500);
  expect(marks()).toEqual(['PARIS: answer']);
  expect(chosen()).toBe('NICE');
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
