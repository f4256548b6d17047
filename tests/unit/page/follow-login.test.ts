// @vitest-environment happy-dom
import './show.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OutcomeReport } from '../../../lib/messages.ts';
import { followLogin } from '../../../lib/page/follow-login.ts';
import { onLoginStart } from '../../../lib/page/login-start.ts';
import { REPORT_EVENT } from '../../../lib/page/report.ts';
import type { Surroundings } from '../../../lib/page/surroundings.ts';
import { show } from './show.ts';

vi.mock('../../../lib/page/visible.ts', () => ({
  isShown: () => true,
  isRendered: () => true,
  isSeen: () => true,
  isInSight: () => true,
}));
// Browsers alone make events that are trusted.
vi.mock('../../../lib/page/login-start.ts', () => ({ onLoginStart: vi.fn() }));

const FORM = '<form><input type=password><button>Connexion</button></form>';
const asks = (question: string, ...texts: string[]) =>
  `${FORM}<div role=dialog><h3>${question}</h3>${texts.map((text) => `<label><input type=radio name=q>${text}</label>`).join('')}</div>`;
const CITY = asks('Quelle ville ?', 'PARIS', 'LYON', 'NICE');
const TRUST = asks('Faire confiance à cet appareil ?', 'Oui', 'Non', 'Plus tard');

let life = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  history.replaceState({}, '', '/login');
  show(FORM);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function follow() {
  const outcomes: OutcomeReport[] = [];
  const background = {
    advice: vi.fn(async () => ({ advice: { kind: 'unknown' }, mode: 'select', suspended: false })),
    outcome: vi.fn(async (outcome: OutcomeReport) => {
      outcomes.push(outcome);
      return { remembered: true, waits: false, asks: false };
    }),
  };
  const around = {
    document,
    background,
    wake: () => {},
    words: (key: string) => key,
    onAskAgain: () => {},
    onChoose: () => {},
    identifier: () => null,
  };
  followLogin(window, around as unknown as Surroundings, life.signal); // what a challenge that nobody knows needs
  const [, start] = vi.mocked(onLoginStart).mock.lastCall ?? [];
  return {
    start: () => start?.(),
    advice: background.advice,
    movedOn: () => outcomes.filter(({ kind }) => kind === 'moved-on'),
  };
}

const tell = (report: object) =>
  window.dispatchEvent(new CustomEvent(REPORT_EVENT, { detail: JSON.stringify(report) }));
const pause = () => vi.advanceTimersByTimeAsync(2_000);

/** Shows a question, chooses its first option as its owner would, and goes on to the page behind the login. */
async function answer(markup: string, moveOn = () => {}) {
  show(markup);
  await pause();
  document.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  await pause();
  moveOn();
  history.replaceState({}, '', '/Accueil');
  show('<h1>Bienvenue</h1>');
  await pause();
}

it('what was chosen is told once the page moves on, where nobody heard a thing', async () => {
  const { start, movedOn } = follow();
  start();
  await answer(CITY);
  expect(movedOn()).toEqual([{ kind: 'moved-on', question: 'Quelle ville ?', proposition: 'PARIS' }]);
});

it('what was chosen is told where only the question was not heard', async () => {
  const { start, movedOn } = follow();
  start();
  tell({ kind: 'login', code: 250, totp: false });
  await answer(CITY, () => tell({ kind: 'login', code: 200 }));
  expect(movedOn()).toEqual([{ kind: 'moved-on', question: 'Quelle ville ?', proposition: 'PARIS' }]);
});

it('nothing is learned where EcoleDirecte still waits for an answer', async () => {
  const { start, movedOn } = follow();
  start();
  tell({ kind: 'login', code: 250, totp: false });
  await answer(CITY);
  expect(movedOn()).toEqual([]);
});

it('nothing is learned from that the page goes on after a refusal', async () => {
  const { start, movedOn } = follow();
  start();
  await answer(CITY, () => tell({ kind: 'outcome', accepted: false, code: 535, proposition: 'PARIS' }));
  expect(movedOn()).toEqual([]);
});

it('nothing that is asked beside an app’s code is followed, nor learned', async () => {
  const { start, movedOn, advice } = follow();
  start();
  tell({ kind: 'login', code: 250, totp: true });
  await answer(TRUST, () => tell({ kind: 'login', code: 200 }));
  expect(advice).not.toHaveBeenCalled();
  expect(movedOn()).toEqual([]);
});

it('nothing is learned of a login that no question came with', async () => {
  const { start, movedOn } = follow();
  start();
  await answer(TRUST, () => tell({ kind: 'login', code: 200 }));
  expect(movedOn()).toEqual([]);
});

it('that an earlier login was asked says nothing of the next', async () => {
  const { start, movedOn } = follow();
  start();
  tell({ kind: 'login', code: 250, totp: false });
  start();
  await answer(TRUST, () => tell({ kind: 'login', code: 200 }));
  expect(movedOn()).toEqual([]);
});

it('a form with a password elsewhere than at the login begins no watch', async () => {
  history.replaceState({}, '', '/Famille/MonCompte');
  const { start, movedOn, advice } = follow();
  start();
  await answer(asks('Recevoir un e-mail ?', 'Toujours', 'Parfois', 'Jamais'));
  expect(advice).not.toHaveBeenCalled();
  expect(movedOn()).toEqual([]);
});

it('what the login form itself asks is not followed', async () => {
  const { start, movedOn, advice } = follow();
  const radios = ['Parent', 'Élève', 'Professeur'].map(
    (text) => `<label><input type=radio name=w>${text}</label>`,
  );
  const form = `<form><fieldset><legend>Vous êtes ?</legend>${radios.join('')}</fieldset><input type=password><button>Connexion</button></form>`;
  show(form);
  start();
  await answer(form);
  expect(advice).not.toHaveBeenCalled();
  expect(movedOn()).toEqual([]);
});

it('what its owner chose before the page was read is not chosen over', async () => {
  const { start, advice } = follow();
  const answer = { kind: 'answer', proposition: 'PARIS', confirmed: true, candidates: [], refused: [] };
  advice.mockResolvedValue({ advice: answer, mode: 'select', suspended: false });
  start();
  show(CITY);
  const [, , nice] = document.querySelectorAll<HTMLInputElement>('[role=dialog] input');
  nice?.click();
  await pause();
  expect(document.querySelectorAll('[data-memo-qcm=answer]')).toHaveLength(1);
  expect(nice?.checked).toBe(true);
});

it('what arrows choose late, on their way through a list, is not taken for its owner’s choice', async () => {
  const { start, advice } = follow();
  const answer = { kind: 'answer', proposition: 'LYON', confirmed: true, candidates: [], refused: [] };
  advice.mockResolvedValue({ advice: answer, mode: 'select', suspended: false });
  start();
  const texts = ['PARIS', 'LYON', 'NICE'].map((text, at) => `<p role=option id=o${at}>${text}</p>`);
  show(`<div role=dialog><h3>Quelle ville ?</h3><div role=listbox tabindex=0>${texts.join('')}</div></div>`);
  const list = document.querySelector('[role=listbox]');
  const options = [...document.querySelectorAll('[role=option]')];
  let active = -1;
  list?.addEventListener('focus', () => list.setAttribute('aria-activedescendant', 'none'));
  list?.addEventListener('keydown', () => {
    active += 1;
    setTimeout(() => {
      list.setAttribute('aria-activedescendant', `o${active}`);
      options.forEach((option, at) => {
        option.setAttribute('aria-selected', String(at === active));
      });
    }, 300);
  });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false']);
});
