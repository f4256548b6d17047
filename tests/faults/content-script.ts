import type { Page } from '@playwright/test';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { OutcomeReport, PageProtocol } from '../../lib/messages.ts';
import type { Browser } from '../browsers/browser.ts';
import { LOGIN } from '../e2e/extension.ts';

/** In the content script, where the functions handed to `run` are evaluated. */
declare const chrome: WebExtension;

/** What the content script sends. */
export type PageMessage =
  | { to: 'page'; name: 'advice'; request: Parameters<PageProtocol['advice']>[0] }
  | { to: 'page'; name: 'outcome'; request: OutcomeReport };

export interface ContentScript {
  /** Sends messages one after the other from the content script's own world, and returns what was replied to each. */
  ask(...messages: PageMessage[]): Promise<unknown[]>;
  /** Sends one and does not wait for what comes of it. */
  send(message: PageMessage): Promise<void>;
  /** Whether that one has been answered with success. */
  wasDone(): Promise<boolean>;
  close(): Promise<void>;
}

/** The content script of a new tab of the site, spoken through over Chromium's own protocol. */
export async function openContentScript(browser: Browser): Promise<ContentScript> {
  const tab = await browser.open(LOGIN);
  const page = tab.page as unknown as Page; // Chromium's driver is Playwright
  const session = await page.context().newCDPSession(page);
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) world = context.id;
  });
  await session.send('Runtime.enable'); // tells of the worlds that are there already
  const run = async <Argument>(work: (argument: Argument) => unknown, argument: Argument) => {
    if (world === undefined) throw new Error('The content script is not there.');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${String(work)})(${JSON.stringify(argument)})`,
      contextId: world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as unknown;
  };
  return {
    ask: async (...messages) => {
      const replies = await run(async (all) => {
        const got: unknown[] = [];
        for (const message of all) got.push(await chrome.runtime.sendMessage(message).catch(() => null));
        return got;
      }, messages);
      return replies as unknown[]; // what the function returns
    },
    send: async (message) => {
      await run((one) => {
        Object.assign(globalThis, { lastReply: undefined });
        void chrome.runtime
          .sendMessage(one)
          .catch(() => null)
          .then((reply: unknown) => Object.assign(globalThis, { lastReply: reply }));
      }, message);
    },
    wasDone: async () => (await run(() => Boolean(Reflect.get(globalThis, 'lastReply')?.ok), null)) === true,
    close: () => tab.close(),
  };
}
