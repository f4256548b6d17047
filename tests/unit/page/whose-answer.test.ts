// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import {
  advised,
  background,
  byHand,
  CITY,
  chosen,
  form,
  notes,
  pass,
  probe,
  showDialog,
} from './followed-page.ts';

vi.mock('../../../lib/page/visible.ts', async () => (await import('./fake-layout.ts')).visible());
vi.mock('../../../lib/page/dom.ts', async (load) => (await import('./fake-layout.ts')).dom(load as never));

const YEAR = { question: 'Quelle est votre année de naissance ?', propositions: CITY.propositions };

/** Signs in by hand, as who stands in the form. */
function logIn(): void {
  const login = document.createElement('form');
  login.innerHTML = '<input type="password"><button type="button">Se connecter</button>';
  document.body.append(login);
  byHand(login.querySelector('button') as HTMLElement, 'click');
  login.remove();
}

const learned = () => background.reports.filter((report) => 'proposition' in report);

test('a question is nobody’s once the form says another than who signed in', async () => {
  logIn();
  form.identifier = 'paul';
  await probe({ kind: 'challenge', ...CITY });
  logIn();
  await probe({ kind: 'challenge', ...CITY });
  expect(background.accounts).toEqual([null, 'paul']);
});

test('a late reply to the answer to an earlier question teaches nothing of this one', async () => {
  await probe({ kind: 'challenge', of: 1, ...CITY });
  await probe({ kind: 'challenge', of: 2, ...YEAR });
  await probe({ kind: 'outcome', of: 1, accepted: true, code: 200, proposition: 'PARIS' });
  expect(learned()).toEqual([]);
  await probe({ kind: 'outcome', of: 2, accepted: true, code: 200, proposition: 'PARIS' });
  expect(learned()).toMatchObject([{ kind: 'accepted', question: YEAR.question }]);
});

test('a question that comes after a later one is not followed', async () => {
  await probe({ kind: 'challenge', of: 2, ...YEAR });
  await probe({ kind: 'challenge', of: 1, ...CITY });
  await probe({ kind: 'outcome', of: 2, accepted: false, code: 505, proposition: 'PARIS' });
  expect(learned()).toMatchObject([{ kind: 'refused', question: YEAR.question }]);
});

test('a refusal is learned of what was chosen, where what was sent cannot be read; an acceptance is not', async () => {
  await probe({ kind: 'challenge', ...CITY });
  showDialog();
  await pass(200);
  expect(chosen()).toBe('PARIS');
  await probe({ kind: 'outcome', accepted: true, code: 200, proposition: null });
  expect(learned()).toEqual([]);
  await probe({ kind: 'outcome', accepted: false, code: 505, proposition: null });
  expect(learned()).toMatchObject([{ kind: 'refused', proposition: 'PARIS' }]);
});

test('what came of one account’s answer is neither said nor held against the next', async () => {
  logIn();
  await probe({ kind: 'challenge', ...CITY });
  showDialog().remove();
  await probe({ kind: 'outcome', accepted: false, code: 505, proposition: 'PARIS' });
  form.identifier = 'paul';
  logIn();
  await probe({ kind: 'challenge', ...CITY });
  showDialog();
  await pass(200);
  expect(notes()).toEqual(['page.note.selected']);
  expect(chosen()).toBe('PARIS');
});

test('a wrong answer is held against the same account’s next login', async () => {
  logIn();
  await probe({ kind: 'challenge', ...CITY });
  await probe({ kind: 'outcome', accepted: false, code: 505, proposition: 'PARIS' });
  logIn();
  await probe({ kind: 'challenge', ...CITY });
  showDialog();
  await pass(200);
  expect(chosen()).toBeNull();
});

test('a login that its owner was not seen to begin has nothing sent by itself', async () => {
  background.advice = async () => advised('PARIS', 'automatic');
  logIn();
  await probe({ kind: 'login', code: 200, totp: false });
  await probe({ kind: 'challenge', ...CITY });
  const dialog = showDialog();
  const button = document.createElement('button');
  button.type = 'submit';
  dialog.append(button);
  await pass(200);
  expect(notes()).toEqual(['page.note.selected']);
});
