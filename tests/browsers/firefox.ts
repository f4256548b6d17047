import { randomUUID } from 'node:crypto';
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { type Browser, type LaunchOptions, PHONE } from './browser.ts';
import { findFirefox } from './find.ts';
import { Tab, waitForPage } from './tab.ts';

/** The extension's own id, from its manifest. */
const GECKO_ID = 'memo-qcm@memo-qcm.org';
/** Milliseconds without a message after which Firefox stops the background: 30 s, which tests shorten to see it stop. */
const IDLE_TIMEOUT = 'extensions.background.idle.timeout';

/** Preferences by which Firefox takes a finger for its one pointer: coarse, and never over anything. */
const FINGER = {
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'dom.w3c_touch_events.enabled': 1,
};

/** In an extension's page, where the functions handed to `waitFor` run. */
declare const chrome: WebExtension;

/** Starts Firefox with the extension and the site's hosts led to the stand-in, over WebDriver BiDi. */
export async function launchFirefox({
  port,
  gateway,
  extension,
  language = 'fr',
  headless = true,
  phone = false,
  profile,
  idleTimeout = 5_000,
}: LaunchOptions): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Firefox was not found: install it, or set FIREFOX_PATH.');
  const uuid = randomUUID();
  const origin = `moz-extension://${uuid}`;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    ...(phone ? { defaultViewport: PHONE } : {}),
    ...(profile ? { userDataDir: profile } : {}),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'intl.locale.requested': language === 'fr' ? 'fr' : 'en-US',
      'network.dns.localDomains': 'www.ecoledirecte.com,api.ecoledirecte.com,apip.ecoledirecte.com',
      'network.socket.forcePort': `443=${port}`,
      ...(gateway ? throughProxy(gateway) : {}),
      ...(phone ? FINGER : {}),
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: uuid }),
      [IDLE_TIMEOUT]: idleTimeout,
      // Access that is asked for again is given without a question, which no driver could answer.
      'extensions.webextOptionalPermissionPrompts': false,
      // A click that is aimed while the page still scrolls smoothly misses.
      'ui.prefersReducedMotion': 1,
    },
  });
  await browser.installExtension(extension).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });

  const tabOf = (page: Page): Tab => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return new Tab(page as never, errors, async (selector, paths) => {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null; // by its selector
      await input?.uploadFile(...paths);
    }); // Page's overloads do not unify with those of the other driver
  };
  const openExtension = async (path: string) => {
    const page = await browser.newPage();
    // The load event of an extension's page is never reported, so its address is waited for instead.
    page.goto(`${origin}/${path}`).catch(() => {});
    const tab = tabOf(page);
    await tab.waitFor(
      path,
      (name) => location.href.includes(name) && document.readyState === 'complete',
      path.split('#')[0] ?? '',
    );
    return tab;
  };
  /** The extension's tabs close when it is taken anew, and Firefox with the last of all tabs. */
  const keepOpen = () => browser.newPage();
  return {
    name: 'firefox',
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async open(url) {
      const page = await browser.newPage();
      const tab = tabOf(page);
      await page.goto(url);
      return tab;
    },
    openExtension,
    async allowPrivate() {
      await keepOpen();
      // Puppeteer's own way to install has no word for this.
      const { connection } = browser as unknown as { connection: Connection };
      await connection.send('webExtension.install', {
        extensionData: { type: 'path', path: extension },
        'moz:allowPrivateBrowsing': true,
      });
    },
    async openPrivate(url, from) {
      const known = new Set(await browser.pages());
      await from.evaluate((address) => chrome.windows.create({ incognito: true, url: address }), url);
      const isNew = (page: Page) => !known.has(page) && page.url() === url;
      return tabOf(await waitForPage(async () => (await browser.pages()).find(isNew)));
    },
    async stopBackground() {
      // A page of the extension sees the background among its siblings for as long as it runs.
      const watcher = await openExtension('popup.html');
      await watcher.waitFor(
        'the background to stop',
        () =>
          !chrome.extension.getViews().some(({ location }) => location.pathname.includes('_background_page')),
        null,
      );
      await watcher.close();
      return true;
    },
    async reinstall() {
      await keepOpen();
      await browser.installExtension(extension);
    },
    async withdrawAccess(from) {
      await from.evaluate(
        () => chrome.permissions.remove({ origins: ['https://www.ecoledirecte.com/*'] }),
        null,
      );
    },
    giveAccess: (from) => from.click({ role: 'button', name: 'Autoriser l’accès' }),
    close: () => browser.close(),
  };
}

/** What Puppeteer speaks to Firefox over. */
interface Connection {
  send(method: string, params: unknown): Promise<unknown>;
}

function throughProxy(port: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.allow_hijacking_localhost': true,
  };
}
