import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../browsers/find.ts';

/** Chromium with one extension or none. */
export interface Variant {
  name: string;
  /** The unpacked extension; empty for none. */
  folder: string;
  context: BrowserContext;
  /** The extension's origin; empty where there is none, or it has no worker. */
  origin: string;
  version: string;
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it with a profile of its own, the site led to the stand-in on `port` and every other host nowhere. */
export async function openChromium(name: string, extension: string, port: number): Promise<Variant> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium was not found: install it, or set CHROMIUM_PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'memo-qcm-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    ignoreHTTPSErrors: true,
    locale: 'fr-FR',
    env: { ...process.env, LANGUAGE: 'fr' },
    // Playwright switches extensions off by itself.
    ignoreDefaultArgs: extension ? [] : ['--disable-extensions'],
    args: [
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      `--host-resolver-rules=MAP *.ecoledirecte.com:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--lang=fr',
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const origin = extension ? await originOf(context) : '';
  return {
    name,
    folder: extension,
    context,
    origin,
    version: (await session.send('Browser.getVersion')).product,
    async stopWorker() {
      const { targetInfos } = await session.send('Target.getTargets');
      for (const { type, url, targetId } of targetInfos)
        if (type === 'service_worker' && url.startsWith(origin))
          await session.send('Target.closeTarget', { targetId });
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An extension without a worker is not waited for. */
async function originOf(context: BrowserContext): Promise<string> {
  const waited = context.waitForEvent('serviceworker', { timeout: 5_000 }).catch(() => null);
  const worker = context.serviceWorkers()[0] ?? (await waited);
  return worker ? `chrome-extension://${new URL(worker.url()).host}` : '';
}

/** Runs an expression in the world of an extension's content script in a page, as that script would. */
export async function inContentScript(
  page: Page,
  origin: string,
): Promise<(code: string) => Promise<number[]>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  return async (expression) => {
    const contextId = worlds[0];
    if (contextId === undefined) throw new Error(`no content script of ${origin} in the page`);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/** What Chromium counts of a page by itself (its protocol's Performance domain), each time that it is asked. */
export async function metricsOf(page: Page): Promise<() => Promise<Record<string, number>>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
}
