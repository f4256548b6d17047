import { expect, importFile, logIn, meet, setUp, test } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test('a tab that was open while the extension was updated goes on without an error', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const page = await meet(browser, site, 'marie.martin', CITY);
  await browser.abandonPages(options);
  await page.click({ role: 'button', name: 'Annuler' });
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await page.see(CITY, 'h3');
  await page.click({ role: 'radio', name: 'PARIS' });
  await page.click({ role: 'button', name: 'Envoyer' });
  await page.see('Bienvenue Marie');
  expect(page.errors).toEqual([]);
});
