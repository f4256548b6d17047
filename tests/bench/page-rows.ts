import type { Page } from '@playwright/test';
import type { Site } from '../site/server.ts';
import { inContentScript, type Variant } from './open-chromium.ts';

const LOGIN = 'https://www.ecoledirecte.com/login';
const ACCOUNT = 'marie.martin';
export const QUESTION = 'Quelle est votre ville de résidence ?';
export const RIGHT = 'PARIS';

/** Milliseconds from the page's last option to its mark. `isCold`: the worker is stopped just before the login. */
export async function timeMark(
  { context, stopWorker }: Variant,
  site: Site,
  isCold: boolean,
): Promise<number> {
  site.world.askNext(ACCOUNT, QUESTION);
  const page = await context.newPage();
  await page.addInitScript(watchMarks);
  await page.goto(LOGIN);
  await page.fill('#username', ACCOUNT);
  await page.fill('#password', site.world.account(ACCOUNT)?.password ?? '');
  if (isCold) await stopWorker();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForSelector('[data-memo-qcm]', { state: 'attached' });
  const taken = await page.evaluate(() => Number(document.documentElement.dataset.benchTaken));
  await page.close();
  return taken;
}

/** In the page, before its own scripts. */
function watchMarks() {
  let inserted = 0;
  new MutationObserver((changes) => {
    for (const { type, addedNodes } of changes) {
      if (type === 'attributes') {
        document.documentElement.dataset.benchTaken ??= String(performance.now() - inserted);
      } else if (
        [...addedNodes].some(
          (node) => node instanceof Element && node.querySelector('label.form-check-label'),
        )
      ) {
        inserted = performance.now();
      }
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-memo-qcm'],
  });
}

/** Milliseconds of one message from the content script to its background and back; `isCold` as above. */
export async function timeMessage(
  { context, origin, stopWorker }: Variant,
  message: unknown,
  isCold: boolean,
): Promise<number> {
  const page = await context.newPage();
  await page.goto(LOGIN);
  const evaluate = await inContentScript(page, origin);
  const ask = `await chrome.runtime.sendMessage(${JSON.stringify(message)});`;
  if (isCold) await stopWorker();
  const [taken] = await evaluate(`(async () => {
    ${isCold ? '' : ask}
    const start = performance.now();
    ${ask}
    return [performance.now() - start];
  })()`);
  await page.close();
  return taken ?? Number.NaN;
}

/** The message by which the product's content script asks for advice. */
export const ADVICE = {
  to: 'page',
  name: 'advice',
  request: { question: QUESTION, propositions: [RIGHT, 'LYON', 'NICE'], account: ACCOUNT, source: 'probe' },
};

export interface Load {
  task: number;
  script: number;
  /** Megabytes. */
  heap: number;
}

/** Milliseconds of the main thread, and of scripts in it, until 300 ms after the page's load; then the heap. */
export async function timeLoad({ context }: Variant): Promise<Load> {
  const page = await context.newPage();
  const read = await metricsOf(page);
  const before = await read();
  await page.goto(LOGIN);
  await page.waitForSelector('#username');
  await page.waitForTimeout(300);
  const after = await read();
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap = Number.NaN } = await read();
  await page.close();
  return {
    task: 1000 * ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0)),
    script: 1000 * ((after.ScriptDuration ?? 0) - (before.ScriptDuration ?? 0)),
    heap: heap / 1_000_000,
  };
}

/** Milliseconds of the main thread in ten seconds of a page with 1,000 changes a second. */
export async function timeIdle({ context }: Variant): Promise<number> {
  const page = await context.newPage();
  await page.goto(LOGIN);
  await page.waitForSelector('#username');
  const read = await metricsOf(page);
  await page.evaluate(() => {
    const list = document.body.appendChild(document.createElement('ul'));
    setInterval(() => {
      for (let change = 0; change < 20; change += 1) {
        list.appendChild(document.createElement('li')).textContent = String(change);
        if (list.childElementCount > 50) list.firstElementChild?.remove();
      }
    }, 40); // 20 come and 20 go, 25 times a second
  });
  const before = await read();
  await page.waitForTimeout(10_000);
  const after = await read();
  await page.close();
  return 1000 * ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0));
}

async function metricsOf(page: Page): Promise<() => Promise<Record<string, number>>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
}
