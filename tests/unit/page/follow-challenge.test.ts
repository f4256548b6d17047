// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import {
  advised,
  background,
  byHand,
  CITY,
  chooseByHand,
  chosen,
  marks,
  notes,
  pass,
  probe,
  radio,
  showDialog,
  texts,
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

test('a question that another takes the place of, on the same nodes, keeps neither mark nor note', async () => {
  await ask();
  const [heading] = showDialog().querySelectorAll('h3');
  await pass(200);
  expect(marks()).toEqual(['PARIS: answer']);
  if (heading) heading.textContent = 'Quelle est la ville de naissance de Léa ?';
  await pass(0);
  expect(marks()).toEqual([]);
  expect(notes()).toEqual([]);
  if (heading) heading.textContent = CITY.question;
  await pass(200);
  expect(marks()).toEqual(['PARIS: answer']);
  expect(notes()).toEqual(['page.note.selected']);
});

/** Makes the options anew, as a page may with each choice, whatever it was made by. */
async function drawAnew(choice: string | null): Promise<void> {
  document.querySelector('[role=dialog]')?.remove();
  showDialog();
  if (choice) radio(choice).checked = true;
  await pass(2_000);
}

test('what its owner chose by a picture, on a page that makes its nodes anew, is not chosen over', async () => {
  await ask();
  await drawAnew(null);
  expect(chosen()).toBe('PARIS');
  await drawAnew('NICE');
  expect(chosen()).toBe('NICE');
  expect(notes()).toEqual(['page.note.marked']);
});

test('a choice that the page loses as it makes its nodes anew is made again', async () => {
  await ask();
  await drawAnew(null);
  await drawAnew(null);
  expect(chosen()).toBe('PARIS');
});

test('what its owner asks for is chosen over what they chose, and may be chosen over by them', async () => {
  await ask();
  await drawAnew(null);
  await drawAnew('NICE');
  told.choose();
  await pass(200);
  expect(chosen()).toBe('PARIS');
  await drawAnew('LYON');
  expect(chosen()).toBe('LYON');
});

test('a question that comes long after it was asked for is marked all the same', async () => {
  await ask();
  await pass(14_900);
  expect(notes()).toEqual(['page.note.notFound']);
  expect(background.reports).toEqual([{ kind: 'not-found' }]);
  showDialog();
  await pass(200);
  expect(marks()).toEqual(['PARIS: answer']);
  expect(chosen()).toBe('PARIS');
  expect(notes()).toEqual(['page.note.selected']);
});

test('a question that never comes is not looked for without end', async () => {
  await ask();
  await pass(200_000);
  expect(notes()).toEqual([]);
  showDialog();
  await pass(200);
  expect(marks()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a question that left the page was given up', async () => {
  await ask();
  const dialog = showDialog();
  await pass(200);
  dialog.remove();
  await pass(3_500);
  expect(notes()).toEqual(['page.note.ended']);
  expect(background.reports.at(-1)).toEqual({ kind: 'ended' });
});

test.each([
  ['marks', 'memo-qcm-mark'],
  ['the note', 'memo-qcm-note'],
])('a page that removes %s at once, again and again, goes on running', async (_, removed) => {
  let removals = 0;
  const remove = () => {
    for (const one of document.querySelectorAll(removed)) {
      if (removals < 2_000) one.remove();
      removals += 1;
    }
  };
  const observer = new MutationObserver(remove);
  observer.observe(document.body, { childList: true, subtree: true });
  showDialog();
  await ask();
  await pass(1_000);
  observer.disconnect();
  expect(removals).toBeGreaterThan(0);
  expect(removals).toBeLessThan(50);
  await pass(200);
  expect(marks()).toEqual(['PARIS: answer']);
  expect(notes()).toEqual(['page.note.selected']);
});

test('the owner can have an answer chosen that could not be chosen at first', async () => {
  showDialog();
  const undo = (event: Event) => event.preventDefault();
  document.addEventListener('click', undo);
  await ask();
  await pass(10_000);
  expect(notes()).toEqual(['page.note.marked']);
  document.removeEventListener('click', undo);
  told.choose();
  await pass(200);
  expect(chosen()).toBe('PARIS');
  expect(notes()).toEqual(['page.note.selected']);
});

test.each([
  ['before its question is found', 0, 20_000],
  ['while its question is there', 200, 20_000],
])('a script that an update left behind %s throws nothing at the page', async (_, shown, passes) => {
  await ask();
  const dialog = shown > 0 ? showDialog() : null;
  await pass(shown);
  texts.words = () => {
    throw new Error('Extension context invalidated.');
  };
  background.outcome = () => Promise.reject(new Error('no reply'));
  dialog?.remove();
  await pass(passes);
  expect(marks()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a script that an update left behind during the countdown throws nothing at the page', async () => {
  background.advice = async () => advised('PARIS', 'automatic');
  const form = document.createElement('form');
  form.innerHTML = '<input type="password"><button>Se connecter</button>';
  document.body.append(form);
  byHand(form.querySelector('button') as HTMLElement, 'click');
  await ask();
  form.remove();
  showDialog();
  await pass(200);
  expect(notes()).toEqual(['page.note.sending']);
  texts.words = () => {
    throw new Error('Extension context invalidated.');
  };
  await pass(3_000);
  expect(notes()).toEqual([]);
  expect(marks()).toEqual([]);
});
