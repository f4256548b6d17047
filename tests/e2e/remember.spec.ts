import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Site } from '../site/server.ts';
import { expect, logIn, marks, meet, noted, pressInNote, send, setUp, test } from './extension.ts';

const YEAR = 'Quelle est votre année de naissance ?';

test('a new answer is remembered when its owner says so on the page', async ({ site, browser_: browser }) => {
  const page = await accepted(browser, site);
  await pressInNote(page, 0);
  const popup = await browser.openExtension('popup.html');
  await popup.see('confirmée');
  await popup.close();

  site.world.askNext('marie.martin', YEAR);
  await page.click({ role: 'button', name: 'Se déconnecter' });
  await logIn(page, site, 'marie.martin');
  await noted(page, YEAR);
  expect(await marks(page)).toEqual({ marked: ['1970: answer'], chosen: '1970' });
  expect(page.errors).toEqual([]);
});

test('the question whether to remember outlives the page, in the popup', async ({
  site,
  browser_: browser,
}) => {
  const page = await accepted(browser, site);
  await page.goto('https://www.ecoledirecte.com/Accueil');
  await browser.stopBackground();
  const popup = await browser.openExtension('popup.html');
  await popup.see('Retenir la réponse acceptée');
  expect(await popup.text('body')).not.toContain('1970');
  await popup.click({ role: 'button', name: 'Enregistrer' });
  await popup.see('confirmée');
  expect(await popup.text('body')).not.toContain('Retenir la réponse acceptée');
});

for (const [decision, place, says] of [
  ['not now', 1, 'Aucune réponse n’est enregistrée'],
  ['never', 2, 'Vous avez choisi de ne rien retenir'],
] as const) {
  test(`"${decision}" remembers no answer`, async ({ site, browser_: browser }) => {
    const page = await accepted(browser, site);
    await pressInNote(page, place);
    await page.close();
    const again = await meet(browser, site, 'marie.martin', YEAR);
    expect(await marks(again)).toEqual({ marked: [], chosen: null });
    const popup = await browser.openExtension('popup.html');
    await popup.see(says);
  });
}

/** A page whose question was answered by hand for the first time, and which asks whether to remember that. */
async function accepted(browser: Browser, site: Site): Promise<Tab> {
  await setUp(browser);
  const page = await meet(browser, site, 'marie.martin', YEAR);
  await page.click({ role: 'radio', name: '1970' });
  await send(page);
  await page.see('Bienvenue Marie');
  await page.waitFor(
    'the question whether to remember',
    () => document.querySelector('memo-qcm-note[data-place="corner"]') !== null,
    null,
  );
  return page;
}
