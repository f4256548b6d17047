import { choose, expect, importFile, marks, meet, send, setUp, test } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test('where answers are only pointed out, the popup chooses one on request', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await choose(options, 'Surligner');
  const page = await meet(browser, site, 'marie.martin', CITY);
  expect((await marks(page)).chosen).toBe(null);
  const popup = await browser.openExtension('popup.html');
  await popup.click({ role: 'button', name: 'Choisir ma réponse sur la page' });
  await page.waitFor('the choice', () => document.querySelector('input:checked') !== null, null);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
});

test('the popup says why, in a text that names neither question nor answer', async ({
  site,
  browser_: browser,
}) => {
  await importFile(await setUp(browser), 'py-client.json');
  await meet(browser, site, 'marie.martin', CITY);
  const popup = await browser.openExtension('popup.html');
  await popup.click({ role: 'button', name: /^Pourquoi/ });
  await popup.see('La question et ses propositions ont été trouvées sur la page.');
  await popup.see('EcoleDirecte ne l’a pas encore acceptée');
  const said = await popup.text('.findings');
  expect(said).not.toContain('PARIS');
  expect(said).not.toContain('résidence');
});

test('a block is explained, with the e-mail to look for', async ({ site, browser_: browser }) => {
  await importFile(await setUp(browser), 'py-client.json');
  site.world.behaviour.refusalCode = 550;
  const question = site.world.account('marie.martin')?.questions.find(({ text }) => text === CITY);
  if (question)
    Object.assign(question, { answer: 'NANTES', others: ['PARIS', 'NICE', 'BREST', 'DIJON', 'METZ'] });
  const page = await meet(browser, site, 'marie.martin', CITY);
  await send(page);
  await page.see('Ce n’est pas la bonne réponse.');
  const popup = await browser.openExtension('popup.html');
  await popup.see('Compte peut-être bloqué (code 550)');
  await popup.see('e-mail d’EcoleDirecte');
});
