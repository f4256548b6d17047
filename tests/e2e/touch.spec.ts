import { readFileSync } from 'node:fs';
import type { Tab } from '../browsers/tab.ts';
import { test as base, expect, fixture, LOGIN, launch, marks, noted } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';
/** The least size of what a finger has to hit, in CSS pixels. */
const TARGET = 44;

/** A telephone: a small screen and a finger; no keyboard's command, no menu, no toolbar is used. */
const test = base.extend({
  browser_: async ({ site }, use, { project }) => {
    const browser = await launch(project.name, { port: site.port, phone: true });
    await use(browser);
    await browser.close();
  },
});

test('on a telephone every page has the whole width, and a finger hits what there is to press', async ({
  browser_: browser,
}) => {
  const tab = await browser.openExtension('options.html');
  expect(await tab.evaluate(() => matchMedia('(pointer: coarse) and (hover: none)').matches, null)).toBe(
    true,
  );
  await tab.see('J’ai compris');
  await expectUsable(tab);
  await tab.tap({ role: 'button', name: 'J’ai compris' });
  await tab.waitFor('the sections', () => document.querySelectorAll('nav a').length > 3, null);
  await expectUsable(tab);
  for (const section of await tab.texts('nav a')) {
    await tab.tap({ role: 'link', name: section });
    await tab.waitFor(
      section,
      (name) => document.querySelector('nav [aria-current]')?.textContent === name,
      section,
    );
    await expectUsable(tab);
  }
  const popup = await browser.openExtension('popup.html');
  await popup.see('Question sur cette page');
  await expectUsable(popup);
});

test('on a telephone a file comes and goes as text, and the remembered option is selected', async ({
  site,
  browser_: browser,
}) => {
  const tab = await browser.openExtension('options.html#importer');
  await tab.tap({ role: 'button', name: 'J’ai compris' });
  const file = readFileSync(fixture('qcm/py-client.json'), 'utf8');
  await tab.fill({ role: 'textbox', name: 'Ou collez le texte du fichier' }, file.replace(/\s+/g, ' '));
  await tab.tap({ role: 'button', name: 'Lire le texte collé' });
  await tab.see('Aperçu de l’import');
  await expectUsable(tab);
  await tab.tap({ role: 'button', name: /^Importer \d/ });
  await tab.see('Import terminé', '[role="status"]');
  await expectUsable(tab);

  await tab.tap({ role: 'link', name: 'Exporter' });
  await tab.tap({ role: 'checkbox', name: /n’est pas chiffré/ });
  await tab.tap({ role: 'button', name: 'Copier le texte' });
  await tab.see('4 questions copiées', '[role="status"]');
  await tab.tap({ role: 'link', name: 'Importer' });
  await tab.click({ role: 'textbox', name: 'Ou collez le texte du fichier' });
  await tab.paste();
  await tab.tap({ role: 'button', name: 'Lire le texte collé' });
  await tab.see('Aperçu de l’import');
  await expectUsable(tab);

  const popup = await browser.openExtension('popup.html');
  await popup.see(CITY);
  await expectUsable(popup);

  site.world.askNext('marie.martin', CITY);
  const page = await browser.open(LOGIN);
  await page.fill('#username', 'marie.martin');
  await page.fill('#password', site.world.account('marie.martin')?.password ?? '');
  await page.tap({ role: 'button', name: 'Se connecter' });
  await noted(page, CITY);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
  expect(await isWide(page)).toBe(true);
  await page.tap({ role: 'button', name: 'Envoyer' });
  await page.see('Bienvenue Marie');
  expect(page.errors).toEqual([]);
});

/** Nothing goes past the edge, nothing is left empty beside it, and nothing is too small to hit. */
async function expectUsable(tab: Tab): Promise<void> {
  expect(await isWide(tab)).toBe(true);
  expect(await tab.evaluate(tooSmall, TARGET)).toEqual([]);
}

function isWide(tab: Tab): Promise<boolean> {
  return tab.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth === clientWidth && document.body.getBoundingClientRect().width === clientWidth;
  }, null);
}

/**
 * Runs in the page: what is too small, with its size. What a label belongs to may be pressed on either of them; a link
 * inside a sentence is as high as its line.
 */
function tooSmall(target: number): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, summary',
  );
  return [...controls]
    .filter((control) => control.checkVisibility() && !control.matches('p a'))
    .map((control) => {
      const labels = [...((control as HTMLInputElement).labels ?? [])]; // undefined on what takes none
      const sizes = [control, ...labels].map((part) => part.getBoundingClientRect());
      const width = Math.max(...sizes.map((size) => size.width));
      const height = Math.max(...sizes.map((size) => size.height));
      return { width, height, name: `${control.tagName} ${control.textContent || control.id}` };
    })
    .filter(({ width, height }) => Math.round(width) < target || Math.round(height) < target)
    .map(({ width, height, name }) => `${name}: ${width} × ${height}`);
}
