import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Mode, Remember } from '../../lib/settings.ts';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import { LOGIN, setUp } from '../e2e/extension.ts';
import { listAll, tell } from '../faults/owner.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

/** The extension's memory, as its owner sees and changes it. */
export interface Memory {
  /** Forgets everything, and sets the mode, and whether what is accepted is remembered without asking, as by default here. */
  reset(mode: Mode, remember?: Remember): Promise<void>;
  /** Remembers an answer as typed by the owner. */
  declare(account: string | null, question: string, answer: string): Promise<void>;
  /** Has an answer accepted that was given by hand, in a tab of its own: it is confirmed, and no refusal counts any more. */
  confirm(account: string, question: string, answer: string): Promise<void>;
  /** All that is remembered, as `account: question: answer (standing)`, sorted. */
  read(): Promise<string[]>;
  /** What the extension reports of the tab that was opened last. */
  step(tabId: number): Promise<string | null>;
  /** The tabs of the site that are open, by the browser's numbers. */
  tabs(): Promise<number[]>;
  page: Tab;
}

/** Opens what the memory is changed through, in a tab whose owner has agreed to the first run. */
export async function openMemory(browser: Browser, agreed?: Tab): Promise<Memory> {
  const page = agreed ?? (await setUp(browser));
  const helper = await browser.open(LOGIN);
  const tabs = () =>
    page.evaluate(
      async () =>
        (await chrome.tabs.query({ url: 'https://www.ecoledirecte.com/*' })).map(({ id }) => id ?? -1),
      null,
    );
  const [helperId = -1] = await tabs();
  const reportOf = async (tabId: number) => (await tell(page, 'status', { tabId })).tab;
  const reported = async (isSo: (report: NonNullable<Awaited<ReturnType<typeof reportOf>>>) => boolean) => {
    for (let tries = 0; tries < 500; tries += 1) {
      const report = await reportOf(helperId);
      if (report && isSo(report)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The answer was not confirmed.');
  };
  return {
    page,
    tabs,
    step: async (tabId) => (await reportOf(tabId))?.step ?? null,
    async reset(mode, remember = 'always') {
      await tell(page, 'delete', { ids: null });
      await page.evaluate((settings) => chrome.storage.local.set({ settings }), { mode, remember });
    },
    async declare(account, question, answer) {
      await tell(page, 'save', { id: null, account, question, answers: [answer] });
    },
    async confirm(account, question, answer) {
      await tell(page, 'allowAdvice', { tabId: helperId });
      const before = (await reportOf(helperId))?.at ?? 0;
      await helper.evaluate(typeIdentifier, account);
      await helper.evaluate(report, { kind: 'challenge', question, propositions: [answer, '?'] });
      await reported(({ at, account: asked }) => at > before && asked === account);
      await helper.evaluate(report, { kind: 'outcome', accepted: true, code: 200, proposition: answer });
      await reported(({ step, remembered }) => step === 'accepted' && remembered);
    },
    async read() {
      const found: string[] = [];
      for (const { id, account, question } of (await listAll(page)).questions) {
        for (const { text, standing } of await tell(page, 'reveal', { id }))
          found.push(lineOf(account, question, text, standing));
      }
      return found.sort();
    },
  };
}

/** How an answer is written in what `read` returns. */
export function lineOf(account: string | null, question: string, text: string, standing: string): string {
  return `${account}: ${question}: ${text} (${standing})`;
}

/** In the page. */
function typeIdentifier(account: string): void {
  const field = document.querySelector<HTMLInputElement>('#username');
  if (!field) return;
  field.value = account;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** In the page: says what the probe would say. */
function report(detail: object): void {
  dispatchEvent(new CustomEvent('memo-qcm:report', { detail: JSON.stringify(detail) }));
}
