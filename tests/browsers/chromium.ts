import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { type Browser, type LaunchOptions, PHONE } from './browser.ts';
import { findChromium } from './find.ts';
import { PATIENCE, Tab, waitForPage } from './tab.ts';

/**
 * In an extension's page, where the functions handed to `evaluate` run; and in Chromium's own page of extensions, with
 * more.
 */
declare const chrome: WebExtension & {
  developerPrivate: {
    reload(id: string, options: { failQuietly: boolean }): Promise<void>;
    updateExtensionConfiguration(change: {
      extensionId: string;
      hostAccess?: HostAccess;
      incognitoAccess?: boolean;
    }): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
};

/** On which sites of its manifest an extension may act: on all, or on each once its button is pressed there. */
type HostAccess = 'ON_ALL_SITES' | 'ON_CLICK';

/** Has Chromium take a finger for its one pointer: coarse, and never over anything. */
const FINGER =
  '--blink-settings=primaryPointerType=2,availablePointerTypes=2,primaryHoverType=1,availableHoverTypes=1';

/** Starts Chromium with the extension, the site's hosts led to the stand-in, and everything else led nowhere. */
export async function launchChromium({
  port,
  gateway,
  extension,
  language = 'fr',
  headless = true,
  phone = false,
  profile,
}: LaunchOptions): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium was not found: install it, or set CHROMIUM_PATH.');
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'memo-qcm-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless,
    ignoreHTTPSErrors: true,
    // A click that is aimed while the page still scrolls smoothly misses.
    reducedMotion: 'reduce',
    ...(phone ? { viewport: PHONE, hasTouch: true } : {}),
    locale: language === 'fr' ? 'fr-FR' : 'en-US',
    env: { ...process.env, LANGUAGE: language, LANG: language === 'fr' ? 'fr_FR.UTF-8' : 'en_US.UTF-8' },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP *.ecoledirecte.com:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      ...(gateway ? [`--proxy-server=127.0.0.1:${gateway}`, '--proxy-bypass-list=<-loopback>'] : []),
      ...(phone ? [FINGER] : []),
      // A window that the extension opens loads its page before Playwright can say so of it.
      '--ignore-certificate-errors',
      `--lang=${language}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const close = async () => {
    await context.close();
    if (!profile) rmSync(folder, { recursive: true, force: true });
  };
  const origin = await waitForExtension(context).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  // One for all stops: to open it takes longer than many a change that a test wants to interrupt.
  let session: Promise<CDPSession> | undefined;

  const open = async (url: string) => {
    const page = await context.newPage();
    const tab = watched(page);
    await page.goto(url);
    return tab;
  };
  /** Does something on Chromium's own page of extensions. */
  const managing = async <Argument>(work: (argument: Argument) => Promise<void>, argument: Argument) => {
    const manager = await open('chrome://extensions');
    // Without it Chromium starts no unpacked extension a second time.
    await manager.evaluate(
      () => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
      null,
    );
    await manager.evaluate(work, argument);
    await manager.close();
  };
  const setAccess = (hostAccess: HostAccess) =>
    managing((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
      extensionId: new URL(origin).host,
      hostAccess,
    });
  return {
    name: 'chromium',
    closed: new Promise((resolve) => context.once('close', () => resolve())),
    open,
    openExtension: (page) => open(`${origin}/${page}`),
    allowPrivate: () =>
      managing((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
        extensionId: new URL(origin).host,
        incognitoAccess: true,
      }),
    async openPrivate(url, from) {
      const known = new Set(context.pages());
      await from.evaluate((address) => chrome.windows.create({ incognito: true, url: address }), url);
      const isNew = (page: Page) => !known.has(page) && page.url() === url;
      return watched(await waitForPage(async () => context.pages().find(isNew)));
    },
    async stopBackground() {
      session ??= context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
      const { targetInfos } = await (await session).send('Target.getTargets');
      const workers = targetInfos.filter(
        ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
      );
      for (const { targetId } of workers) await (await session).send('Target.closeTarget', { targetId });
      return workers.length > 0;
    },
    async reinstall() {
      await managing((id) => chrome.developerPrivate.reload(id, { failQuietly: true }), new URL(origin).host);
    },
    withdrawAccess: () => setAccess('ON_CLICK'),
    giveAccess: () => setAccess('ON_ALL_SITES'),
    close,
  };
}

/** The extension's origin, once it runs and has opened its first-run tab. */
async function waitForExtension(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  // The extension opens that tab by itself, where it finds an empty one: not while a test opens its own.
  const isFirstRun = (page: Page) => page.url().startsWith(origin);
  const end = Date.now() + PATIENCE;
  while (!context.pages().some(isFirstRun)) {
    if (Date.now() > end) throw new Error('Waited in vain for the extension to open its first-run tab.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await context.pages().find(isFirstRun)?.waitForLoadState();
  return origin;
}

function watched(page: Page): Tab {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return new Tab(page as never, errors, (selector, paths) => page.setInputFiles(selector, paths)); // Page's overloads do not unify
}
