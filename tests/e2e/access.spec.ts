import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Tab } from '../browsers/tab.ts';
import { accessibilityTree, copyClosedRoots } from './closed-roots.ts';
import { expect, importFile, meet, setUp, test } from './extension.ts';
import { choose } from './import-flow.ts';
import { reload } from './reload.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const LEVEL = 'Quel est le niveau scolaire de Léa ?';

const SECTIONS = [
  'reponses',
  'verifier',
  'importer',
  'exporter',
  'comptes',
  'sante',
  'journal',
  'reglages',
  'aide',
];
const PASSPHRASE = 'trois petits chats gris';

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

test('every state of the tab and the popup is accessible in every look', async ({ browser_: browser }) => {
  test.setTimeout(180_000);
  const options = await browser.openExtension('options.html');
  await options.see('J’ai compris');
  await expectAccessible(options, 'first run');
  let popup = await browser.openExtension('popup.html');
  await popup.see('Commencer');
  await expectAccessible(popup, 'popup at first run');
  await popup.close();

  await options.click({ role: 'button', name: 'J’ai compris' });
  await options.see('Ajouter une question');
  await expectAccessible(options, 'nothing yet');
  popup = await browser.openExtension('popup.html');
  await popup.see('Rien d’enregistré');
  await expectAccessible(popup, 'empty popup');
  await popup.close();

  await choose(options, 'broken-shapes.json', 'mojibake.json', 'broken-truncated.json');
  await options.see('n’a pas pu être lu', '[role="alert"]');
  await options.waitFor('the counts', () => document.querySelector('.counts') !== null, null);
  await expectAccessible(options, 'preview and refused file');
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  for (const section of [
    'importer',
    'verifier',
    'exporter',
    'comptes',
    'sante',
    'journal',
    'reglages',
    'aide',
  ]) {
    await openSection(options, section);
    await options.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, null);
    await expectAccessible(options, section);
  }
  await openSection(options, 'reponses');
  await options.click({ role: 'button', name: 'Afficher' });
  await options.see('Copier', '.answer');
  await expectAccessible(options, 'full');
  await options.click({ role: 'button', name: 'Tout effacer…' });
  await expectAccessible(options, 'dialog');
  await options.press('Escape');
  await options.click({ role: 'button', name: 'Modifier' });
  await options.waitFor('the form', () => document.querySelector('.editor') !== null, null);
  await expectAccessible(options, 'form');

  popup = await browser.openExtension('popup.html');
  await popup.see('6 questions', '[role="status"]');
  await popup.click({ role: 'button', name: 'Afficher' });
  await popup.see('Copier', '.answer');
  await expectAccessible(popup, 'full popup');
  await popup.fill({ role: 'textbox', name: 'Rechercher une question' }, 'introuvable');
  await popup.see('Aucune question ne correspond');
  await expectAccessible(popup, 'search without result');
});

test('what is locked is accessible, and no section needs scrolling in two directions', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const page = pageOf(options);
  // 320 CSS pixels are 1280 at 400 %, and 640 are 1280 at 200 % (WCAG 2.2, success criteria 1.4.10 and 1.4.4).
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 800 });
    for (const section of SECTIONS) {
      await openSection(options, section);
      const past = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect.soft(past, `${section} at ${width} pixels`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await openSection(options, 'reglages');
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, PASSPHRASE);
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('Vos réponses sont protégées par une phrase secrète');
  await expectAccessible(options, 'with a passphrase');
  await options.click({ role: 'button', name: 'Verrouiller maintenant' });
  await options.see('Vos réponses sont verrouillées.', '[role="status"]');
  await openSection(options, 'reponses');
  await options.see('Déverrouiller', 'button');
  await expectAccessible(options, 'locked');
  const popup = await browser.openExtension('popup.html');
  await popup.see('Déverrouiller', 'button');
  await expectAccessible(popup, 'locked popup');

  await browser.withdrawAccess(options);
  await options.see('Accès à EcoleDirecte retiré');
  await expectAccessible(options, 'without access to the site');
  await options.evaluate(storeHeaderOfALaterVersion, null);
  await browser.stopBackground();
  await reload(options);
  await options.see('version plus récente', '[role="alert"]');
  await expectAccessible(options, 'unavailable');
});

/** In the extension's page, past its own code. */
async function storeHeaderOfALaterVersion(): Promise<void> {
  const settle = (request: IDBRequest) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('memo-qcm');
  await settle(opening);
  const store = opening.result.transaction('vault', 'readwrite').objectStore('vault');
  await settle(store.put({ v: 99 }, 'header'));
  opening.result.close();
}

test('the mark belongs to the name of its option, and the note is read aloud', async ({
  site,
  browser_: browser,
}) => {
  await importFile(await setUp(browser), 'py-client.json');
  const tab = await meet(browser, site, 'marie.martin', CITY);
  const nodes = await accessibilityTree(pageOf(tab));
  expect(nodes).toContainEqual({
    role: 'radio',
    name: expect.stringMatching(/^PARIS.*Votre réponse enregistrée$/),
  });
  expect(nodes.filter(({ role, name }) => role === 'radio' && name.includes('enregistrée'))).toHaveLength(1);
  expect(nodes).toContainEqual({ role: 'button', name: 'Fermer' });
  expect(nodes.map(({ role }) => role)).toContain('status');
  expect(await copyClosedRoots(pageOf(tab))).toBe(2);
  await expectAccessible(tab, 'mark and note', '#copies');

  const candidates = await meet(browser, site, 'marie.martin', LEVEL);
  expect(await copyClosedRoots(pageOf(candidates))).toBeGreaterThan(1);
  await expectAccessible(candidates, 'candidates', '#copies');
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('the mark and the note speak English', async ({ site, browser_: browser }) => {
    const options = await browser.openExtension('options.html');
    await options.click({ role: 'button', name: 'I understand' });
    await choose(options, 'py-client.json');
    await options.click({ role: 'button', name: /^Import \d/ });
    await options.see('Import done', '[role="status"]');
    const page = pageOf(await meet(browser, site, 'marie.martin', CITY));
    const nodes = await accessibilityTree(page);
    expect(nodes).toContainEqual({
      role: 'radio',
      name: expect.stringMatching(/^PARIS.*Your saved answer$/),
    });
    expect(nodes.map(({ name }) => name)).toContain('Your saved answer is selected. Check it, then send it.');
  });
});

/** Looks for violations in each look, in all of the page or in one part of it. */
async function expectAccessible(tab: Tab, state: string, part: string | null = null): Promise<void> {
  await tab.page.bringToFront();
  const page = pageOf(tab);
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (part) axe.include(part);
    // In forced colours the system chooses both colours, which axe does not see.
    if (look === 'forced colours') axe.disableRules('color-contrast');
    const { passes, violations } = await axe.analyze();
    expect(passes.length).toBeGreaterThan(0);
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect.soft(told, `${state}, ${look}`).toEqual([]);
  }
}

/** These tests run in Chromium alone, where Playwright drives the page. */
function pageOf(tab: Tab): Page {
  return tab.page as unknown as Page; // the driver's own page, handed in as it is
}
