import type { Page } from '@playwright/test';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { ENTRIES_AT_ONCE } from '../../lib/messages.ts';
import type { Variant } from './open-chromium.ts';

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
 * Imports this many questions in parts, as the import section does; milliseconds, and the longest task of the page
 * meanwhile. With `cancelAfter` it is dropped so many milliseconds after it was begun, and `taken` is from then to its end.
 */
export async function timeImport(
  page: Page,
  count: number,
  cancelAfter?: number,
): Promise<{ taken: number; longest: number }> {
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
      let longest = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      observer.observe({ entryTypes: ['longtask'] });
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
      const taken = performance.now() - start;
      clearInterval(following);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { taken, longest };
    },
    { many: count, atOnce: ENTRIES_AT_ONCE, patience: cancelAfter },
  );
}

/** Milliseconds from the opening of `popup.html` to its first paint, and to the list; where there is none, to its load. */
export async function timePopup({ context, origin }: Variant): Promise<{ paint: number; usable: number }> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('input[type=search]') || !document.querySelector('li')) return;
      document.documentElement.dataset.benchUsable = String(performance.now());
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${origin}/popup.html`);
  if (await page.evaluate(() => document.scripts.length > 0)) await page.waitForSelector('li');
  const found = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    return { paint, usable: Number(document.documentElement.dataset.benchUsable ?? paint) };
  });
  await page.close();
  return found;
}

/** Milliseconds from a key in the search box to the frame after its result, for each of the keys. */
export async function timeSearch({ context, origin }: Variant, text: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  await page.waitForSelector('li');
  const taken = await page.evaluate(async (keys) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) throw new Error('no search box');
    const times: number[] = [];
    for (const key of keys) {
      const start = performance.now();
      field.value += key;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      );
      times.push(performance.now() - start);
    }
    return times;
  }, text);
  await page.close();
  return taken;
}
