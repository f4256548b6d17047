import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import {
  builtFor,
  expect,
  importFile,
  LOGIN,
  launch,
  logIn,
  marks,
  meet,
  noted,
  send,
  setUp,
  test as withSite,
} from './extension.ts';
import { storeFixture } from './stored-fixture.ts';

/** In an extension’s page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

const CITY = 'Quelle est votre ville de résidence ?';

/** A browser that has the extension from a folder of its own, and `update`, which puts a later version there and installs it. */
const test = withSite.extend<{ browser_: Browser; update: () => Promise<void>; copy: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern
  copy: async ({}, use, { project }) => {
    const folder = mkdtempSync(join(tmpdir(), 'memo-qcm-update-'));
    cpSync(builtFor(project.name), folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  browser_: async ({ site, copy }, use, { project }) => {
    const browser = await launch(project.name, { port: site.port, extension: copy });
    await use(browser);
    await browser.close();
  },
  update: async ({ browser_: browser, copy }, use) => {
    await use(async () => {
      const path = join(copy, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...manifest, version: '999.0.0' }));
      await browser.reinstall();
    });
  },
});

/** How many tabs of the extension's own show its full page, as another of its pages sees them. */
const openTabs = (from: Tab) =>
  from.evaluate(
    () => chrome.extension.getViews().filter(({ location }) => location.pathname === '/options.html').length,
    null,
  );

test('an install opens the tab once; an update opens nothing, and keeps what the first format holds', async ({
  browser_: browser,
  update,
}) => {
  const before = await browser.openExtension('popup.html');
  await expect.poll(() => openTabs(before)).toBe(1);
  await storeFixture(before, 'device-v1.json');
  await update();

  const popup = await browser.openExtension('popup.html');
  await popup.see('2 questions');
  expect(await popup.evaluate(() => chrome.runtime.getManifest().version, null)).toBe('999.0.0');
  expect(await openTabs(popup)).toBe(0);
  await popup.see(CITY);
  await popup.see('Quel est votre mois de naissance ?');
  expect(popup.errors).toEqual([]);
});

test('an update keeps a locked vault of the first format, which its passphrase opens', async ({
  browser_: browser,
  update,
}) => {
  const before = await browser.openExtension('popup.html');
  await storeFixture(before, 'passphrase-v1.json');
  await update();

  const popup = await browser.openExtension('popup.html');
  await popup.see('Réponses verrouillées');
  await popup.fill('input[type="password"]', 'quatre mots au hasard');
  await popup.click({ role: 'button', name: 'Déverrouiller' });
  await popup.see('2 questions');
  expect(popup.errors).toEqual([]);
});

test('a tab that was open while the extension was updated goes on without an error, and the next one is answered', async ({
  site,
  browser_: browser,
  update,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const page = await meet(browser, site, 'marie.martin', CITY);
  const unasked = await browser.open(LOGIN);
  await update();

  await page.click({ role: 'button', name: 'Annuler' });
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await page.see(CITY, 'h3');
  await page.click({ role: 'radio', name: 'PARIS' });
  await send(page);
  await page.see('Bienvenue Marie');
  expect(page.errors).toEqual([]);

  // One that had met no question yet is left alone with it too; but Firefox runs the new script in open tabs.
  site.world.askNext('marie.martin', CITY);
  await logIn(unasked, site, 'marie.martin');
  if (browser.name === 'firefox') await noted(unasked, CITY);
  else await unasked.see(CITY, 'h3');
  expect((await marks(unasked)).marked).toEqual(browser.name === 'firefox' ? ['PARIS: answer'] : []);
  expect(unasked.errors).toEqual([]);

  const next = await meet(browser, site, 'marie.martin', CITY);
  expect(await marks(next)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
  expect(next.errors).toEqual([]);
});
