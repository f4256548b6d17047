// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import {
  background,
  CITY,
  chosen,
  marks,
  notes,
  pass,
  pressInNote,
  probe,
  showDialog,
  texts,
} from './followed-page.ts';

vi.mock('../../../lib/page/visible.ts', async () => (await import('./fake-layout.ts')).visible());
vi.mock('../../../lib/page/dom.ts', async (load) => (await import('./fake-layout.ts')).dom(load as never));

const refuses = () => Promise.reject(new Error('storage-full'));

/** The question is asked, shown and answered with PARIS, and what comes of it is heard. */
async function answered(code: number, accepted = false): Promise<HTMLElement> {
  await probe({ kind: 'challenge', ...CITY });
  const dialog = showDialog();
  await pass(200);
  await probe({ kind: 'outcome', accepted, code, proposition: 'PARIS' });
  return dialog;
}

test.each([0, 1_500])(
  'that an account is blocked stays said where the dialog is closed after %d ms',
  async (delay) => {
    background.outcome = async () => ({ remembered: true, waits: false, asks: false });
    const dialog = await answered(550);
    await pass(delay);
    dialog.remove();
    await pass(60_000);
    expect(notes()).toEqual(['page.note.blocked']);
    expect(marks()).toEqual([]);
  },
);

test('that an account is blocked is said once where its owner closes the note', async () => {
  const dialog = await answered(550);
  await pass(200);
  pressInNote('✕');
  dialog.remove();
  await pass(60_000);
  expect(notes()).toEqual([]);
});

test.each([
  [505, 'page.note.refusedNotRemembered'],
  [550, 'page.note.blocked'],
])('what came of an answer (%d) is said even where it cannot be stored', async (code, sentence) => {
  background.outcome = refuses;
  await answered(code);
  await pass(500);
  expect(notes()[0]).toContain(sentence);
  expect(chosen()).toBe('PARIS');
});

test('what came of an answer is said even where the background is gone', async () => {
  await probe({ kind: 'challenge', ...CITY });
  showDialog();
  await pass(200);
  background.outcome = refuses;
  background.advice = refuses;
  await probe({ kind: 'outcome', accepted: false, code: 550, proposition: 'PARIS' });
  await pass(60_000);
  expect(notes()).toEqual(['page.note.blocked']);
});

test('that an accepted answer could not be stored is said', async () => {
  background.outcome = refuses;
  const dialog = await answered(200, true);
  dialog.remove();
  await pass(100);
  expect(notes()).toEqual(['page.note.acceptedNotRemembered']);
});

test.each(['save', 'never'])(
  'that what its owner decided (%s) could not be stored is said',
  async (decision) => {
    background.outcome = async () => ({ remembered: false, waits: false, asks: true });
    const dialog = await answered(200, true);
    dialog.remove();
    await pass(100);
    expect(notes()).toEqual(['page.note.acceptedAsks']);
    background.outcome = refuses;
    pressInNote(`page.action.${decision}`);
    await pass(100);
    expect(notes()).toEqual(['page.note.later']);
  },
);

test('a script that an update left behind takes the note of a decision away', async () => {
  background.outcome = async () => ({ remembered: false, waits: false, asks: true });
  await answered(200, true);
  await pass(100);
  background.outcome = refuses;
  texts.words = () => {
    throw new Error('Extension context invalidated.');
  };
  pressInNote('page.action.save');
  await pass(100);
  expect(notes()).toEqual([]);
});
