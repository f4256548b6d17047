import { expect, importFile, LOGIN, logIn, marks, noted, sentAnswers, setUp, test } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test('an option is selected once its dialog has faded in', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  site.world.askNext('marie.martin', CITY);
  const page = await browser.open(LOGIN);
  await page.evaluate(() => {
    const sheet = document.styleSheets[0];
    sheet?.insertRule('@keyframes fade { from { opacity: 0 } to { opacity: 1 } }');
    sheet?.insertRule('.modal { animation: fade 1s both }');
  }, null);
  await logIn(page, site, 'marie.martin');
  await noted(page, CITY);
  // The choice has the page make its nodes anew, and so fade in once more.
  await page.waitFor(
    'choice and mark',
    () => document.querySelector('input:checked ~ [data-memo-qcm="answer"]') !== null,
    null,
  );
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
});

for (const [how, rule] of [
  ['under something else', '.modal::after { content: ""; position: fixed; inset: 0; background: white }'],
  ['almost transparent', '.modal-content { opacity: 0.3 }'],
  ['off the screen', '.form-check { transform: translateX(-300vw) }'],
] as const) {
  test(`an option that is ${how} is never selected`, async ({ site, browser_: browser }) => {
    await importFile(await setUp(browser), 'py-client.json');
    site.world.askNext('marie.martin', CITY);
    const page = await browser.open(LOGIN);
    await page.evaluate((css) => document.styleSheets[0]?.insertRule(css) ?? 0, rule);
    await logIn(page, site, 'marie.martin');
    await noted(page, CITY);
    // Long enough for the extension to have looked a few times more.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)), null);
    expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: null });
    expect(sentAnswers(site)).toEqual([]);
  });
}

test('no mark is left at options that have no size', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  site.world.askNext('marie.martin', CITY);
  const page = await browser.open(LOGIN);
  const rule = '.form-check-label { display: block; width: 1px; height: 1px; overflow: hidden }';
  await page.evaluate((css) => document.styleSheets[0]?.insertRule(css) ?? 0, rule);
  await logIn(page, site, 'marie.martin');
  await page.see(CITY, 'h3');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)), null);
  expect(await marks(page)).toEqual({ marked: [], chosen: null });
  expect(page.errors).toEqual([]);
});
