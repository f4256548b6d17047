import {
  choose,
  expect,
  importFile,
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

/** In the extension's own page, where the function handed to `evaluate` runs; not in the polyfill's types yet. */
declare const chrome: {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
};

const CITY = 'Quelle est votre ville de résidence ?';
const YEAR = 'Quelle est votre année de naissance ?';
const LEVEL = 'Quel est le niveau scolaire de Léa ?';

test('an imported answer is selected and marked, and nothing is sent by itself', async ({
  site,
  browser_: browser,
}) => {
  await importFile(await setUp(browser), 'py-client.json');
  const page = await meet(browser, site, 'marie.martin', CITY);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
  expect(
    await page.evaluate(
      () => document.querySelector('button[type="submit"].btn-primary:disabled') !== null,
      null,
    ),
  ).toBe(false);
  expect(sentAnswers(site)).toEqual([]);
  await send(page);
  await page.see('Bienvenue Marie');
  expect(sentAnswers(site)).toEqual(['PARIS']);
  expect(page.errors).toEqual([]);
});

test('the page gets nothing but the mark', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  const page = await meet(browser, site, 'marie.martin', LEVEL);
  const { added, open } = await page.evaluate(() => {
    const ours = [...document.querySelectorAll('memo-qcm-mark, memo-qcm-note')];
    return {
      added: ours.map((host) => host.textContent).join(''),
      open: ours.filter((host) => host.shadowRoot).length,
    };
  }, null);
  expect({ added, open }).toEqual({ added: '', open: 0 });
});

test('several unverified answers are pointed out, and none is selected', async ({
  site,
  browser_: browser,
}) => {
  await importFile(await setUp(browser), 'py-client.json');
  const [level] = site.world.account('marie.martin')?.questions.filter(({ text }) => text === LEVEL) ?? [];
  if (level) level.others = ['CINQUIEMES', 'SECONDES', 'PREMIERES', 'TERMINALES'];
  const page = await meet(browser, site, 'marie.martin', LEVEL);
  expect(await marks(page)).toEqual({
    marked: ['CINQUIEMES: candidate', 'QUATRIEMES: candidate'],
    chosen: null,
  });
});

test('an unknown question is answered by hand, and remembered only once EcoleDirecte accepts', async ({
  site,
  browser_: browser,
}) => {
  await rememberAlways(await setUp(browser));
  const page = await meet(browser, site, 'marie.martin', YEAR);
  expect(await marks(page)).toEqual({ marked: [], chosen: null });
  const wrong = await optionBeside(page, '1970');
  await page.click({ role: 'radio', name: wrong });
  await send(page);
  await page.see('Ce n’est pas la bonne réponse.');
  const popup = await browser.openExtension('popup.html');
  await popup.see('refusée');
  await popup.close();
  await noted(page, YEAR);
  await page.click({ role: 'radio', name: '1970' });
  await send(page);
  await page.see('Bienvenue Marie');

  site.world.askNext('marie.martin', YEAR);
  await page.click({ role: 'button', name: 'Se déconnecter' });
  await logIn(page, site, 'marie.martin');
  await noted(page, YEAR);
  // The last word on the answer before has made room for the new question's note.
  expect(await page.evaluate(() => document.querySelectorAll('memo-qcm-note').length, null)).toBe(1);
  const { marked, chosen } = await marks(page);
  expect(marked.filter((mark) => !mark.includes('refused'))).toEqual(['1970: answer']);
  expect(chosen).toBe('1970');
});

test('a refused answer is never proposed again', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  const question = site.world.account('paul.martin')?.questions[0];
  if (question) question.others = ['PARIS', 'NICE', 'BREST', 'DIJON', 'METZ'];
  const page = await meet(browser, site, 'paul.martin', CITY);
  expect((await marks(page)).chosen).toBe('PARIS');
  await send(page);
  await page.see('Ce n’est pas la bonne réponse.');
  await page.waitFor(
    'the refused mark',
    () => document.querySelector('[data-memo-qcm="refused"]') !== null,
    null,
  );
  expect(await marks(page)).toEqual({ marked: ['PARIS: refused'], chosen: null });
  await page.click({ role: 'button', name: 'Annuler' });

  const later = await meet(browser, site, 'paul.martin', CITY);
  expect(await marks(later)).toEqual({ marked: ['PARIS: refused'], chosen: null });
  expect(sentAnswers(site)).toEqual(['PARIS']);
});

test('the answers of two accounts to one question are never mixed up', async ({
  site,
  browser_: browser,
}) => {
  await rememberAlways(await setUp(browser));
  for (const [identifier, answer] of [
    ['marie.martin', 'PARIS'],
    ['paul.martin', 'LYON'],
  ] as const) {
    const page = await meet(browser, site, identifier, CITY);
    expect(await marks(page)).toEqual({ marked: [], chosen: null });
    await page.click({ role: 'radio', name: answer });
    await send(page);
    await page.see('Bienvenue');
    await page.close();
  }
  for (const [identifier, answer] of [
    ['marie.martin', 'PARIS'],
    ['paul.martin', 'LYON'],
  ] as const) {
    const page = await meet(browser, site, identifier, CITY);
    expect(await marks(page)).toEqual({ marked: [`${answer}: answer`], chosen: answer });
    await page.close();
  }
});

test('a background that stops in between changes nothing', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  await browser.stopBackground();
  const page = await meet(browser, site, 'marie.martin', CITY);
  expect((await marks(page)).chosen).toBe('PARIS');
  await browser.stopBackground();
  await send(page);
  await page.see('Bienvenue Marie');
  await browser.stopBackground();
  const popup = await browser.openExtension('popup.html');
  await popup.see('confirmée');
});

test('a background that sleeps is awake once a login begins', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  const awake = () =>
    options.evaluate(
      async () => (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length,
      null,
    );
  const page = await browser.open('https://www.ecoledirecte.com/login');
  await page.fill('#username', 'marie.martin');
  await page.fill('#password', 'wrong');
  await browser.stopBackground();
  await expect.poll(awake).toBe(0);
  await page.click({ role: 'button', name: 'Se connecter' });
  // No question comes of it.
  await expect.poll(awake).toBe(1);
  expect(page.errors).toEqual([]);
});

test('a code dialog is left alone', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  const page = await browser.open('https://www.ecoledirecte.com/login');
  await logIn(page, site, 'totp.petit');
  await page.see('code à 6 chiffres');
  expect(
    await page.evaluate(() => document.querySelectorAll('[data-memo-qcm], memo-qcm-note').length, null),
  ).toBe(0);
  expect(page.errors).toEqual([]);
});

test('a page that makes its nodes anew keeps mark and choice', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  const page = await meet(browser, site, 'marie.martin', CITY);
  for (let time = 0; time < 20; time += 1) {
    await page.evaluate(() => dispatchEvent(new Event('stand-in:render')), null);
    await page.waitFor(
      'the mark',
      () => document.querySelector('label[data-memo-qcm="answer"]') !== null,
      null,
    );
  }
  await noted(page, CITY);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
});

test('what its owner chooses is never chosen over', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  const page = await meet(browser, site, 'marie.martin', CITY);
  const other = await optionBeside(page, 'PARIS');
  await page.click({ role: 'radio', name: other });
  await page.evaluate(() => dispatchEvent(new Event('stand-in:render')), null);
  await page.waitFor(
    'the mark',
    () => document.querySelector('label[data-memo-qcm="answer"]') !== null,
    null,
  );
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: other });
});

test('the highlight mode marks and selects nothing', async ({ site, browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await choose(options, 'Surligner');
  const page = await meet(browser, site, 'marie.martin', CITY);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: null });
});

test('before its owner has agreed nothing is kept', async ({ site, browser_: browser }) => {
  const page = await meet(browser, site, 'marie.martin', CITY);
  await page.click({ role: 'radio', name: 'PARIS' });
  await send(page);
  await page.see('Bienvenue Marie');
  const options = await browser.openExtension('options.html');
  await options.click({ role: 'button', name: 'J’ai compris' });
  await options.see('Ajouter une question');
  expect(await options.texts('#reponses li')).toEqual([]);
});

for (const transport of ['xhr-json', 'fetch'] as const) {
  test(`a page that calls by ${transport} is understood`, async ({ site, browser_: browser }) => {
    site.world.behaviour.transport = transport;
    await importFile(await setUp(browser), 'py-client.json');
    const page = await meet(browser, site, 'marie.martin', CITY);
    expect((await marks(page)).chosen).toBe('PARIS');
    await send(page);
    await page.see('Bienvenue Marie');
    await page.waitFor(
      'the last word',
      () => document.querySelector('memo-qcm-note[data-place="corner"]') !== null,
      null,
    );
  });
}

test('a teacher’s question comes from another host, and is remembered too', async ({
  site,
  browser_: browser,
}) => {
  await rememberAlways(await setUp(browser));
  for (const expected of [null, 'TOURS']) {
    const page = await meet(browser, site, 'prof.durand', CITY);
    expect((await marks(page)).chosen).toBe(expected);
    await page.click({ role: 'radio', name: 'TOURS' });
    await send(page);
    await page.see('Bienvenue Jeanne');
  }
});
