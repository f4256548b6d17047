import type { Tab } from '../browsers/tab.ts';
import { choose, expect, setUp, test } from './extension.ts';
import { openSection } from './section.ts';

test('each section has an address, and back and forward lead from one to the other', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  for (const [id, title] of [
    ['importer', 'Importer'],
    ['comptes', 'Comptes'],
    ['sante', 'Santé'],
    ['reglages', 'Réglages'],
    ['aide', 'Aide'],
    ['reponses', 'Réponses'],
  ] as const) {
    await options.click({ role: 'link', name: title });
    await seeSection(options, id, title);
  }
  await options.evaluate(() => history.back(), null);
  await seeSection(options, 'aide', 'Aide');
  await options.evaluate(() => history.back(), null);
  await seeSection(options, 'reglages', 'Réglages');
  await options.evaluate(() => history.forward(), null);
  await seeSection(options, 'aide', 'Aide');

  const opened = await browser.openExtension('options.html#reglages');
  await opened.waitFor('the title', () => document.title === 'Réglages – Mémo QCM', null);
  const unknown = await browser.openExtension('options.html#nulle-part');
  await unknown.see('Réponses', '#reponses h2');
  expect(await unknown.evaluate(() => location.hash, null)).toBe('#reponses');
  expect([...options.errors, ...opened.errors, ...unknown.errors]).toEqual([]);
});

/** Waits until this section alone is shown, its link is the current one, and the focus is on its heading. */
async function seeSection(options: Tab, id: string, title: string): Promise<void> {
  await options.waitFor(
    `the section ${title}`,
    (wanted) =>
      document.querySelector('main section[id]')?.id === wanted.id &&
      document.querySelector('nav [aria-current]')?.textContent === wanted.title &&
      document.activeElement?.matches('h2') === true &&
      document.activeElement.textContent === wanted.title &&
      document.title === `${wanted.title} – Mémo QCM`,
    { id, title },
  );
}

test('the look that its owner prefers stays, whatever the system says', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  const isDark = (tab: Tab) =>
    tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark', null);
  expect(await isDark(options)).toBe(false);
  await choose(options, 'Sombre');
  expect(await isDark(options)).toBe(true);
  const popup = await browser.openExtension('popup.html');
  await popup.see('Mémo QCM', 'h1');
  expect(await isDark(popup)).toBe(true);
});

test('popup and tab speak the language that their owner chooses, at once and from then on', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await openSection(options, 'reglages');
  await options.click({ role: 'radio', name: 'Anglais' });
  await options.see('Settings', 'h2');
  await options.see('Choose my answer on the page', '.shortcuts');
  await options.waitFor('the page’s language', () => document.documentElement.lang === 'en', null);
  await options.waitFor('the title', () => document.title === 'Settings – Mémo QCM', null);
  await options.see('Setting saved', '[role="status"]');
  const popup = await browser.openExtension('popup.html');
  await popup.see('Nothing saved yet');
  await options.click({ role: 'radio', name: 'Same as the browser' });
  await options.see('Réglages', 'h2');
  expect([...options.errors, ...popup.errors]).toEqual([]);
});
