import { readRawRecords } from '../browsers/raw-records.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Site } from '../site/server.ts';
import { expect, importFile, LOGIN, logIn, marks, noted, send, setUp, test } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test('in a private window the remembered option is selected, and not a byte is written', async ({
  site,
  browser_: browser,
}) => {
  await importFile(await setUp(browser), 'py-client.json');
  await browser.allowPrivate();
  const reader = await browser.openExtension('popup.html');
  await reader.see(CITY);
  const ordinary = await browser.open(LOGIN);
  const before = await readRawRecords(reader);
  await answer(await browser.openPrivate(LOGIN, reader), site);
  expect(await readRawRecords(reader)).toBe(before);

  // The same in an ordinary window does write, and is seen to.
  await answer(ordinary, site);
  expect(await readRawRecords(reader)).not.toBe(before);
});

/** Signs in, sees the remembered option selected, and sends it. */
async function answer(page: Tab, site: Site): Promise<void> {
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await noted(page, CITY);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
  await send(page);
  await page.see('Bienvenue Marie');
  await page.waitFor(
    'what came of it',
    () => document.querySelector('memo-qcm-note[data-place="corner"]') !== null,
    null,
  );
  expect(page.errors).toEqual([]);
}
