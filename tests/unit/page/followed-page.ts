import { afterEach, beforeEach, vi } from 'vitest';
import type { Advice } from '../../../lib/challenge/advice.ts';
import type { Challenge } from '../../../lib/challenge/challenge.ts';
import type { OutcomeReport, Remembering } from '../../../lib/messages.ts';
import { followLogin } from '../../../lib/page/follow-login.ts';
import { type ProbeReport, REPORT_EVENT } from '../../../lib/page/report.ts';
import type { Words } from '../../../lib/page/words.ts';
import type { Mode } from '../../../lib/settings.ts';

export const CITY: Challenge = {
  question: 'Quelle est votre ville de résidence ?',
  propositions: ['PARIS', 'LYON', 'NICE'],
};
const NOTHING: Remembering = { remembered: false, waits: false, asks: false };

/** What the background of the test answers, and what it is told. */
export const background = {
  advice: async (): Promise<{ advice: Advice; mode: Mode; suspended: boolean }> => advised('PARIS'),
  outcome: async (_report: OutcomeReport): Promise<Remembering> => NOTHING,
  reports: [] as OutcomeReport[],
  /** Whose answer it was asked for, each time. */
  accounts: [] as (string | null)[],
};
/** What stands in the login form. */
export const form: { identifier: string | null } = { identifier: 'marie' };
/** Every note shows its keys. */
export const texts = { words: ((key) => key) as Words };
/** Callbacks of the page that is followed, as the background would call them. */
export const told = { askAgain: () => {}, choose: () => {} };

const real = { ...background };
const roots = new WeakMap<Element, ShadowRoot>();
let life = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  // Vitest's global object is another than happy-dom's window, which would pass for a frame's.
  vi.spyOn(Document.prototype, 'defaultView', 'get').mockReturnValue(window as never);
  Object.assign(background, real, { reports: [], accounts: [] });
  texts.words = (key) => key;
  form.identifier = 'marie';
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    return root;
  });
  document.body.replaceChildren();
  life = new AbortController();
  followLogin(
    window,
    {
      document,
      background: {
        advice: ({ account }) => {
          background.accounts.push(account);
          return background.advice();
        },
        outcome: (report) => {
          background.reports.push(report);
          return background.outcome(report);
        },
      },
      wake: () => {},
      words: (key) => texts.words(key),
      onAskAgain: (callback) => {
        told.askAgain = callback;
      },
      onChoose: (callback) => {
        told.choose = callback;
      },
      identifier: () => form.identifier,
    },
    life.signal,
  );
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Advice to choose this answer, in the mode that does. */
export function advised(proposition: string, mode: Mode = 'select') {
  const advice: Advice = { kind: 'answer', proposition, confirmed: true, candidates: [], refused: [] };
  return { advice, mode, suspended: false };
}

/** A report that need not say which of the page's questions it is of: it knows of one. */
type Told<Report> = Report extends { of: number } ? Omit<Report, 'of'> & { of?: number } : Report;

/** Says what the probe in the page would say. */
export async function probe(report: Told<ProbeReport>): Promise<void> {
  window.dispatchEvent(new CustomEvent(REPORT_EVENT, { detail: JSON.stringify(report) }));
  await pass(0);
}

/** Lets so many milliseconds pass, with all that happens meanwhile. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

/** Shows the question in a dialog with radio buttons; returns the dialog. */
export function showDialog({ question, propositions }: Challenge = CITY): HTMLElement {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  const heading = document.createElement('h3');
  heading.textContent = question;
  const rows = propositions.map((text) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = 'proposition';
    label.append(input, text);
    return label;
  });
  dialog.append(heading, ...rows);
  document.body.append(dialog);
  return dialog;
}

/** The radio button of a proposition, as `showDialog` made it. */
export function radio(text: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(text));
  const input = label?.querySelector('input');
  if (!input) throw new Error(`no option ${text}`);
  return input;
}

/** Chooses it as its owner would, whose events browsers trust. */
export function chooseByHand(text: string): void {
  const input = radio(text);
  input.checked = true;
  for (const type of ['click', 'change']) byHand(input, type);
}

/** An event of the owner's own, which browsers trust. */
export function byHand(target: Element, type: string): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}

export function chosen(): string | null {
  const input = [...document.querySelectorAll('input')].find(({ checked }) => checked);
  return input?.parentElement?.textContent ?? null;
}

/** What is marked, as `text: mark`. */
export function marks(): string[] {
  return [...document.querySelectorAll('[data-memo-qcm]')].map(
    (label) => `${label.textContent}: ${label.getAttribute('data-memo-qcm')}`,
  );
}

/** What each note on the page says, by the keys of its sentences. */
export function notes(): string[] {
  return [...document.querySelectorAll('memo-qcm-note')].map((host) => {
    const said = roots.get(host)?.querySelector('[role="status"]')?.textContent ?? '';
    return said.replace('page.noteTitle ', '');
  });
}

/** Presses a button in a note, as its owner would. */
export function pressInNote(label: string): void {
  const buttons = [...document.querySelectorAll('memo-qcm-note')].flatMap((host) => [
    ...(roots.get(host)?.querySelectorAll('button') ?? []),
  ]);
  const button = buttons.find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`no button ${label}`);
  byHand(button, 'click');
}
