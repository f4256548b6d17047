// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { isSeen } from '../../../lib/page/visible.ts';
import {
  advised,
  background,
  byHand,
  CITY,
  chosen,
  notes,
  pass,
  probe,
  radio,
  showDialog,
} from './followed-page.ts';

vi.mock('../../../lib/page/visible.ts', async () => (await import('./fake-layout.ts')).visible());
vi.mock('../../../lib/page/dom.ts', async (load) => (await import('./fake-layout.ts')).dom(load as never));

/** The countdown and more, in milliseconds. */
const LONG_ENOUGH = 3_500;

afterEach(() => {
  vi.mocked(isSeen).mockReset();
});

const pressLogin = (button: HTMLElement) => byHand(button, 'click');

/**
 * Shows the question in the automatic mode, after a login, with a button that sends; `change` may change the dialog first.
 * Returns how often what sends was pressed.
 */
async function counting(
  { login = pressLogin, change = (_dialog: HTMLElement) => {} } = {},
  note = 'page.note.sending',
): Promise<() => number> {
  background.advice = async () => advised('PARIS', 'automatic');
  const form = document.createElement('form');
  form.innerHTML = '<input type="password"><button type="button">Se connecter</button>';
  document.body.append(form);
  login(form.querySelector('button') as HTMLElement);
  form.remove();
  await probe({ kind: 'challenge', ...CITY });
  const presses = vi.fn();
  const dialog = showDialog();
  addButton(dialog, 'Envoyer');
  change(dialog);
  for (const button of dialog.querySelectorAll('button')) button.addEventListener('click', presses);
  await pass(200);
  expect(chosen()).toBe('PARIS');
  expect(notes()).toEqual([note]);
  return () => presses.mock.calls.length;
}

function addButton(dialog: HTMLElement, text: string): void {
  const button = document.createElement('button');
  button.type = 'submit';
  button.textContent = text;
  dialog.append(button);
}

/** Whether the tab is looked at, from now on, and told as browsers tell it. */
function look(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

test('a confirmed answer is sent once, after the countdown', async () => {
  const presses = await counting();
  await pass(1_700);
  expect(presses()).toBe(0);
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(1);
  expect(notes()).toEqual(['page.note.sent']);
  expect(background.reports.map(({ kind }) => kind)).toEqual(['selected', 'sent']);
});

test('a question that comes again in the same login gets nothing sent', async () => {
  const presses = await counting();
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(1);
  document.querySelector('[role="dialog"]')?.remove();
  await probe({ kind: 'challenge', ...CITY });
  const again = showDialog();
  addButton(again, 'Envoyer');
  const pressedAgain = vi.fn();
  again.querySelector('button')?.addEventListener('click', pressedAgain);
  await pass(LONG_ENOUGH);
  expect(chosen()).toBe('PARIS');
  expect(notes()).toEqual(['page.note.selected']);
  expect(pressedAgain).not.toHaveBeenCalled();
});

test('a login that a script begins gets nothing sent', async () => {
  const presses = await counting({ login: (button) => button.click() }, 'page.note.selected');
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
});

test.each(['keydown', 'pointerdown', 'click'])('%s of its owner keeps it from being sent', async (type) => {
  const presses = await counting();
  await pass(500);
  document.body.dispatchEvent(new Event(type, { bubbles: true }));
  expect(notes()).toEqual(['page.note.sending']); // not by the page's scripts
  byHand(document.body, type);
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
  expect(notes()).toEqual(['page.note.sendCancelled']);
});

test('what the page’s scripts dispatch does not keep it from being sent', async () => {
  const presses = await counting();
  for (const type of ['keydown', 'pointerdown', 'click'])
    document.body.dispatchEvent(new Event(type, { bubbles: true }));
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(1);
});

test('an answer that is not to be seen by the end of the countdown is not sent', async () => {
  const presses = await counting();
  const label = radio('PARIS').closest('label');
  vi.mocked(isSeen).mockImplementation((element) => element !== label);
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
  expect(notes()).toEqual(['page.note.sendCancelled']);
});

test('an answer that is not chosen by the end of the countdown is not sent', async () => {
  const presses = await counting();
  await pass(1_750);
  radio('LYON').checked = true;
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
});

test('nothing is sent in a tab that is hidden when the countdown begins', async () => {
  look('hidden');
  const presses = await counting({}, 'page.note.sendCancelled');
  look('visible');
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
});

test('nothing is sent in a tab that is hidden while the countdown runs, nor once it is looked at again', async () => {
  const presses = await counting();
  await pass(500);
  look('hidden');
  look('visible');
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
  expect(notes()).toEqual(['page.note.sendCancelled']);
});

test('nothing is sent where two buttons may send it', async () => {
  const presses = await counting({ change: (dialog) => addButton(dialog, 'Passer') });
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
  expect(notes()).toEqual(['page.note.sendCancelled']);
});

test('nothing is sent with a password', async () => {
  const presses = await counting({
    change: (dialog) => {
      const field = document.createElement('input');
      field.type = 'password';
      dialog.prepend(field);
    },
  });
  await pass(LONG_ENOUGH);
  expect(presses()).toBe(0);
  expect(notes()).toEqual(['page.note.sendCancelled']);
});
