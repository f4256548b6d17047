import type { Page } from '@playwright/test';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { ENTRIES_AT_ONCE } from '../../lib/messages.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

/** One message to the product's background from a page of its own, as its pages send them; how long, in milliseconds. */
export async function askOwner(page: Page, name: string, request: unknown): Promise<number> {
  const reply = await page.evaluate(
    async (message) => {
      const start = performance.now();
      const { ok, error }: { ok: boolean; error?: string } = await chrome.runtime.sendMessage(message);
      return { ok, error, taken: performance.now() - start };
    },
    { to: 'owner', name, request },
  );
  if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
  return reply.taken;
}

/**
 * Imports this many questions in parts, as the import section does; milliseconds. With `cancelAfter` it is dropped so
 * many milliseconds after it was begun, and the time is from then to its end.
 */
export async function importQuestions(page: Page, count: number, cancelAfter?: number): Promise<number> {
  return page.evaluate(
    async ({ many, atOnce, patience }) => {
      const ask = async (name: string, request: unknown) => {
        const reply: { ok: boolean; error?: string; value: { held: string } | null } =
          await chrome.runtime.sendMessage({ to: 'owner', name, request });
        if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
        return reply.value;
      };
      const entries = Array.from({ length: many }, (_, place) => {
        return {
          question: `Quelle est la réponse à la question numéro ${place} ?`,
          answers: [`RÉPONSE ${place}`],
          whole: true,
        };
      });
      let start = performance.now();
      let held: string | null = null;
      for (let from = 0; from < many; from += atOnce) {
        const reply = await ask('holdEntries', { held, entries: entries.slice(from, from + atOnce) });
        held = reply?.held ?? null;
      }
      let isAsking = false;
      const following = setInterval(async () => {
        if (isAsking) return;
        isAsking = true;
        await ask('importProgress', { held });
        isAsking = false;
      }, 100);
      if (patience !== undefined)
        setTimeout(() => {
          start = performance.now();
          void ask('dropImport', { held });
        }, patience);
      await ask('import', {
        held,
        account: null,
        lastIsDeclared: false,
        conflicts: { all: 'mine', each: [] },
      });
      clearInterval(following);
      return performance.now() - start;
    },
    { many: count, atOnce: ENTRIES_AT_ONCE, patience: cancelAfter },
  );
}

/** Reads the whole list part by part, as the product's pages do; milliseconds to the first part and to the last. */
export async function timeList(page: Page): Promise<{ first: number; whole: number }> {
  return page.evaluate(async () => {
    const start = performance.now();
    let first: number | null = null;
    let after: string | null = null;
    do {
      const request: { after?: string } = after === null ? {} : { after };
      const reply: { ok: boolean; value: { next: string | null } } = await chrome.runtime.sendMessage({
        to: 'owner',
        name: 'list',
        request,
      });
      if (!reply.ok) throw new Error('no list');
      first ??= performance.now() - start;
      after = reply.value.next;
    } while (after !== null);
    return { first, whole: performance.now() - start };
  });
}
