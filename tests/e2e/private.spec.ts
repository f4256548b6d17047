import { readRawRecords } from '../browsers/raw-records.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Site } from '../site/server.ts';
import {
  expect,
  importFile,
  LOGIN,
  logIn,
  marks,
  noted,
  optionBeside,
  send,
  setUp,
  test,
} from './extension.ts';

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

test('a wrong answer in a private window is not written down either', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  await browser.allowPrivate();
  const reader = await browser.openExtension('popup.html');
  await reader.see(CITY);
  const before = await readRawRecords(reader);
  const page = await browser.openPrivate(LOGIN, reader);
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await noted(page, CITY);
  await page.click({ role: 'radio', name: await optionBeside(page, 'PARIS') });
  await send(page);
  await page.see('Ce n’est pas la bonne réponse.');
  await noted(page, CITY);
  expect(await readRawRecords(reader)).toBe(before);
  await page.click({ role: 'radio', name: 'PARIS' });
  await sendAndLearn(page);
  expect(await readRawRecords(reader)).toBe(before);
});

/** Signs in, sees the remembered option selected, and sends it. */
async function answer(page: Tab, site: Site): Promise<void> {
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await noted(page, CITY);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
  await sendAndLearn(page);
  expect(page.errors).toEqual([]);
}

/** Sends the right answer, and waits until the extension has said what came of it. */
async function sendAndLearn(page: Tab): Promise<void> {
  await send(page);
  await page.see('Bienvenue Marie');
  await page.waitFor(
    'what came of it',
    () => document.querySelector('memo-qcm-note[data-place="corner"]') !== null,
    null,
  );
}
