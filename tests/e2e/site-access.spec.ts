import { expect, importFile, LOGIN, logIn, marks, meet, send, setUp, test } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const EXPLAINED = 'Accès à EcoleDirecte retiré';

test('access to the site that was taken away is seen, explained, and asked for again', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  expect(await options.text('body')).not.toContain(EXPLAINED);
  await browser.withdrawAccess(options);
  await options.see(EXPLAINED);
  const popup = await browser.openExtension('popup.html');
  await popup.see(EXPLAINED);

  site.world.askNext('marie.martin', CITY);
  const page = await browser.open(LOGIN);
  await logIn(page, site, 'marie.martin');
  await page.see(CITY, 'h3');
  await page.click({ role: 'radio', name: 'PARIS' });
  await send(page);
  await page.see('Bienvenue Marie');
  expect((await marks(page)).marked).toEqual([]);
  expect(await page.texts('memo-qcm-note')).toEqual([]);
  expect(page.errors).toEqual([]);
  await page.close();

  await browser.giveAccess(popup);
  for (const tab of [popup, options])
    await tab.waitFor('the card to go', () => !document.querySelector('.access'), null);
  const again = await meet(browser, site, 'marie.martin', CITY);
  expect(await marks(again)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
});
