import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Site } from '../site/server.ts';
import {
  choose,
  expect,
  importFile,
  lastSent,
  logIn,
  marks,
  meet,
  noted,
  optionBeside,
  rememberAlways,
  send,
  sentAnswers,
  setUp,
  test,
} from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';
/** No shorter than this is the countdown, in milliseconds, by the page's own clock. */
const LEAST_COUNTED = 1_900;
/** The countdown and more, in milliseconds: long enough to see that nothing is sent. */
const LONG_ENOUGH = 3_500;

/** The automatic mode, with one answer that was given by hand and accepted. */
async function prepared(browser: Browser, site: Site): Promise<Tab> {
  const options = await setUp(browser);
  await rememberAlways(options);
  await choose(options, 'Répondre automatiquement');
  const page = await meet(browser, site, 'marie.martin', CITY);
  await page.click({ role: 'radio', name: 'PARIS' });
  await send(page);
  await page.see('Bienvenue Marie');
  await page.click({ role: 'button', name: 'Se déconnecter' });
  return page;
}

const pause = (page: Tab) =>
  page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), LONG_ENOUGH);

test('a confirmed answer is sent after the countdown', async ({ site, browser_: browser }) => {
  const page = await prepared(browser, site);
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await page.see('Bienvenue Marie');
  expect(sentAnswers(site)).toEqual(['PARIS', 'PARIS']);
  const sent = await lastSent(page);
  expect(sent).toMatchObject({ chosen: 'PARIS', marked: ['PARIS: answer'], isNoted: true });
  expect(sent.after).toBeGreaterThan(LEAST_COUNTED);
  expect(page.errors).toEqual([]);
});

test('any key keeps it from being sent, for good in this login', async ({ site, browser_: browser }) => {
  const page = await prepared(browser, site);
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await noted(page, CITY);
  await page.press('Escape');
  await pause(page);
  expect(sentAnswers(site)).toEqual(['PARIS']);
  expect((await marks(page)).chosen).toBe('PARIS');
  await send(page);
  await page.see('Bienvenue Marie');
});

test('what its owner chooses meanwhile is not sent by itself', async ({ site, browser_: browser }) => {
  const page = await prepared(browser, site);
  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await noted(page, CITY);
  const other = await optionBeside(page, 'PARIS');
  await page.click({ role: 'radio', name: other });
  await pause(page);
  expect(sentAnswers(site)).toEqual(['PARIS']);
  expect((await marks(page)).chosen).toBe(other);
});

test('a script of the page can neither cancel nor hurry it', async ({ site, browser_: browser }) => {
  const page = await prepared(browser, site);
  site.world.askNext('marie.martin', CITY);
  await page.evaluate(() => {
    const object = () => {
      if (!document.querySelector('memo-qcm-note[data-place="flow"]')) return;
      document.body.dataset.objected = 'yes';
      for (const type of ['keydown', 'pointerdown', 'click']) document.body.dispatchEvent(new Event(type));
    };
    new MutationObserver(object).observe(document.body, { childList: true, subtree: true });
  }, null);
  await logIn(page, site, 'marie.martin');
  await page.see('Bienvenue Marie');
  expect(await page.evaluate(() => document.body.dataset.objected, null)).toBe('yes');
  expect(sentAnswers(site)).toEqual(['PARIS', 'PARIS']);
  expect((await lastSent(page)).after).toBeGreaterThan(LEAST_COUNTED);
});

test('a page that reloads and asks again gets nothing sent', async ({ site, browser_: browser }) => {
  const page = await prepared(browser, site);
  site.world.askNext('marie.martin', CITY);
  await page.goto('https://www.ecoledirecte.com/login');
  // A form that a script sends by the button is no login that its owner began.
  const password = site.world.account('marie.martin')?.password ?? '';
  await page.fill('#username', 'marie.martin');
  await page.fill('#password', password);
  await page.evaluate(() => document.querySelector<HTMLElement>('#connexion')?.click(), null);
  await noted(page, CITY);
  expect((await marks(page)).chosen).toBe('PARIS');
  await pause(page);
  expect(sentAnswers(site)).toEqual(['PARIS']);
});

test('after a refusal nothing is sent until an answer by hand is accepted', async ({
  site,
  browser_: browser,
}) => {
  const page = await prepared(browser, site);
  const question = site.world.account('marie.martin')?.questions.find(({ text }) => text === CITY);
  if (question)
    Object.assign(question, { answer: 'NANTES', others: ['PARIS', 'NICE', 'BREST', 'DIJON', 'METZ'] });
  site.world.askNext('marie.martin', CITY, CITY);
  await logIn(page, site, 'marie.martin');
  await page.see('Ce n’est pas la bonne réponse.');
  await noted(page, CITY);
  await pause(page);
  expect(sentAnswers(site)).toEqual(['PARIS', 'PARIS']);
  await page.click({ role: 'radio', name: 'NANTES' });
  await send(page);
  await page.see('Bienvenue Marie');
  await page.click({ role: 'button', name: 'Se déconnecter' });

  site.world.askNext('marie.martin', CITY);
  await logIn(page, site, 'marie.martin');
  await page.see('Bienvenue Marie');
  expect(sentAnswers(site)).toEqual(['PARIS', 'PARIS', 'NANTES', 'NANTES']);
});

test('an answer that was imported is selected, and never sent', async ({ site, browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await choose(options, 'Répondre automatiquement');
  const page = await meet(browser, site, 'marie.martin', CITY);
  expect((await marks(page)).chosen).toBe('PARIS');
  await pause(page);
  expect(sentAnswers(site)).toEqual([]);
});
