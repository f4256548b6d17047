import type { Tab } from '../browsers/tab.ts';
import { expect, importFile, marks, meet, rememberAlways, send, setUp, test } from './extension.ts';
import { pressInRow } from './rows.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const FIRST = 'trois petits chats gris';
const SECOND = 'chapeau de paille dorée';

/** Locks all, and opens the section where it is unlocked. */
async function lockNow(options: Tab): Promise<void> {
  await options.click({ role: 'button', name: 'Verrouiller maintenant' });
  await options.see('Vos réponses sont verrouillées.', '[role="status"]');
  await openSection(options, 'reponses');
}

test('answers behind a passphrase are locked, wait, and come back without a reload', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');

  await openSection(options, 'reglages');
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, 'courte');
  await options.see(/faible|Moyenne/i, '.strength');
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('il faut au moins 10 caractères', '[role="alert"]');
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, FIRST);
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('Vos réponses sont protégées par une phrase secrète');

  await browser.stopBackground();
  const open = await meet(browser, site, 'marie.martin', CITY);
  expect((await marks(open)).chosen).toBe('PARIS');
  await open.close();

  await lockNow(options);
  await options.see('Déverrouiller', 'button');
  expect(await options.text('body')).not.toContain(CITY);

  const page = await meet(browser, site, 'marie.martin', CITY);
  expect(await marks(page)).toEqual({ marked: [], chosen: null });

  await options.fill({ role: 'textbox', name: 'Phrase secrète' }, 'ce n’est pas la bonne');
  await options.click({ role: 'button', name: 'Déverrouiller' });
  await options.see('Ce n’est pas la bonne phrase secrète', '[role="alert"]');
  await options.fill({ role: 'textbox', name: 'Phrase secrète' }, FIRST);
  await options.click({ role: 'button', name: 'Déverrouiller' });
  await options.see(CITY);
  await options.waitFor('the heading to have the focus', () => document.activeElement?.matches('h2'), null);
  await page.waitFor('the mark', () => document.querySelector('[data-memo-qcm="answer"]') !== null, null);
  expect(await marks(page)).toEqual({ marked: ['PARIS: answer'], chosen: 'PARIS' });
  expect(page.errors).toEqual([]);

  await pressInRow(options, CITY, 'Afficher');
  await options.see('PARIS', '.row-answers');
  const popup = await browser.openExtension('popup.html');
  await popup.click({ role: 'button', name: 'Verrouiller' });
  // Nobody comes back to that tab: it hears of it where it is.
  await options.see('Réponses verrouillées');
  expect(await options.text('body')).not.toContain('PARIS');
  expect(options.errors).toEqual([]);
});

test('an answer that is accepted while all is locked waits for the passphrase', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await rememberAlways(options);
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, FIRST);
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('Vos réponses sont protégées par une phrase secrète');
  await lockNow(options);
  await options.see('Déverrouiller', 'button');

  const page = await meet(browser, site, 'marie.martin', CITY);
  await page.click({ role: 'radio', name: 'PARIS' });
  await send(page);
  await page.see('Bienvenue Marie');
  await page.close();
  const popup = await browser.openExtension('popup.html');
  await popup.see('1 réponse acceptée attend');
  await popup.fill({ role: 'textbox', name: 'Phrase secrète' }, FIRST);
  await popup.click({ role: 'button', name: 'Déverrouiller' });
  await popup.see('confirmée');

  const later = await meet(browser, site, 'marie.martin', CITY);
  expect((await marks(later)).chosen).toBe('PARIS');
});

test('a passphrase is changed and removed, and the answers stay', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openSection(options, 'reglages');
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, FIRST);
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('Vos réponses sont protégées par une phrase secrète');

  await options.fill({ role: 'textbox', name: 'Phrase secrète actuelle' }, FIRST);
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, SECOND);
  await options.click({ role: 'button', name: 'Changer la phrase secrète' });
  await options.see('La phrase secrète est changée.');
  await lockNow(options);
  await options.fill({ role: 'textbox', name: 'Phrase secrète' }, FIRST);
  await options.click({ role: 'button', name: 'Déverrouiller' });
  await options.see('Ce n’est pas la bonne phrase secrète', '[role="alert"]');
  await options.fill({ role: 'textbox', name: 'Phrase secrète' }, SECOND);
  await options.click({ role: 'button', name: 'Déverrouiller' });
  await options.see(CITY);

  await openSection(options, 'reglages');
  await options.fill({ role: 'textbox', name: 'Phrase secrète actuelle' }, SECOND);
  await options.click({ role: 'button', name: 'Enlever la phrase secrète' });
  await options.see('Protéger par une phrase secrète', 'button');
  await openSection(options, 'reponses');
  await options.see(CITY, '#reponses');
});
