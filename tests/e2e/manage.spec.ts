import type { Tab } from '../browsers/tab.ts';
import { expect, importFile, meet, send, setUp, test } from './extension.ts';
import { reload } from './reload.ts';
import { listed, pressInRow, reveal, seeRows } from './rows.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const YEAR = 'Quelle est votre année de naissance ?';
const MONTH = 'Quel est le mois de naissance de Zoé ?';
const LEVEL = 'Quel est le niveau scolaire de Léa ?';
const FAMILY = [CITY, YEAR, MONTH, LEVEL];

const EMPTY = 'Rien d’enregistré pour le moment';

test('a question is added, edited, read, copied, deleted and brought back by hand', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await options.click({ role: 'button', name: 'Ajouter une question' });
  await options.fill({ role: 'textbox', name: 'Question' }, 'Classe ?');
  await options.fill({ role: 'textbox', name: 'Réponse 1' }, '4B');
  await options.fill({ role: 'textbox', name: 'Compte' }, 'lea.martin');
  await options.click({ role: 'button', name: 'Enregistrer' });
  await options.see('Question enregistrée.', '[role="status"]');
  await seeRows(options, 5);
  expect(await reveal(options, 'Classe ?', 'lea.martin')).toEqual(['4B: déclarée']);

  await pressInRow(options, 'Classe ?', 'Modifier', 'lea.martin');
  await options.fill({ role: 'textbox', name: 'Question' }, 'Quelle classe ?');
  await options.click({ role: 'button', name: 'Enregistrer' });
  await options.see('Quelle classe ?', '.row-question');
  await seeRows(options, 5);
  await seeFocus(options, 'Réponses');

  await pressInRow(options, LEVEL, 'Modifier');
  await options.fill({ role: 'textbox', name: 'Réponse 1' }, 'QUATRIEMES');
  await options.click({ role: 'button', name: 'Enregistrer' });
  await options.waitFor('the row', () => document.querySelector('.row .editor') === null, null);
  await seeFocus(options, 'Modifier');

  await pressInRow(options, CITY, 'Afficher');
  await options.click({ role: 'button', name: 'Copier' });
  await options.see('Copié', '.answer [role="status"]');
  await pressInRow(options, CITY, 'Masquer');

  await pressInRow(options, YEAR, 'Supprimer');
  await options.see('1 question supprimée.', '[role="status"]');
  await seeRows(options, 4);
  expect(await listed(options)).not.toContain(YEAR);
  await options.click({ role: 'button', name: 'Annuler' });
  await seeRows(options, 5);
  expect(await reveal(options, YEAR)).toEqual(['1970: déclarée']);

  await options.click({ role: 'button', name: 'Tout effacer…' });
  expect(await options.has({ role: 'dialog', name: 'Tout effacer ?' })).toBe(true);
  expect(await options.text('dialog')).toContain('5 questions et leurs réponses seront effacées.');
  await options.press('Escape');
  await options.waitFor('no dialog', () => document.querySelector('dialog[open]') === null, null);
  await seeFocus(options, 'Tout effacer…');
  expect(await listed(options)).toHaveLength(5);
  await options.press('Enter');
  await options.click({ role: 'button', name: 'Tout effacer' });
  await options.see('5 questions supprimées.', '[role="status"]');
  await options.see(EMPTY, '#reponses');
  await seeFocus(options, 'Ajouter une question');
  await options.click({ role: 'button', name: 'Annuler' });
  await seeRows(options, 5);
  await seeFocus(options, 'C’est annulé.');
  expect((await listed(options)).sort()).toEqual([...FAMILY, 'Quelle classe ?'].sort());
  expect(options.errors).toEqual([]);
});

test('a refused answer stays refused through an edit, and the journal tells all but answers', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const question = site.world.account('paul.martin')?.questions[0];
  if (question) question.others = ['PARIS', 'NICE', 'BREST', 'DIJON', 'METZ'];
  const page = await meet(browser, site, 'paul.martin', CITY);
  await send(page);
  await page.see('Ce n’est pas la bonne réponse.');
  await page.waitFor(
    'the refused mark',
    () => document.querySelector('[data-memo-qcm="refused"]') !== null,
    null,
  );
  await page.close();

  await openSection(options, 'journal');
  await reload(options);
  await options.see('Réponse refusée', '#journal');
  await pressInRow(options, CITY, 'Modifier', 'paul.martin');
  await options.fill({ role: 'textbox', name: 'Réponse 1' }, 'LYON');
  await options.click({ role: 'button', name: 'Enregistrer' });
  await options.see('Question enregistrée.', '[role="status"]');
  expect(await reveal(options, CITY, 'paul.martin')).toEqual(['PARIS: refusée', 'LYON: déclarée']);

  await openSection(options, 'journal');
  await options.see('Question modifiée', '#journal');
  const journal = await options.texts('#journal ol li');
  const told = journal.map((entry) => entry.replace(/^.*\d\d:\d\d/, '')).reverse();
  // The page asks again at once what was refused: that is no other access.
  expect(told).toEqual([
    'Import',
    `Réponse trouvée${CITY}paul.martin`,
    `Réponse refusée${CITY}paul.martin`,
    `Question modifiée${CITY}paul.martin`,
  ]);
  for (const answer of ['PARIS', 'LYON', '1970', 'janvier', 'QUATRIEMES'])
    expect(journal.join()).not.toContain(answer);
});

test('the popup finds a question without its accents, and the mode stays as chosen', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openSection(options, 'reglages');
  for (const name of [/^Surligner/, /^Sélectionner/, /^Répondre automatiquement/])
    expect(await options.has({ role: 'radio', name })).toBe(true);
  await seeSettings(options, 'Sélectionner', 'Demander', 'Comme le système', 'Comme le navigateur');
  await options.click({ role: 'radio', name: 'Surligner' });
  await options.see('Réglage enregistré.', '#reglages [role="status"]');
  await reload(options);
  await seeSettings(options, 'Surligner', 'Demander', 'Comme le système', 'Comme le navigateur');

  const popup = await browser.openExtension('popup.html');
  await popup.see('4 questions', '.count[role="status"]');
  const search = { role: 'textbox', name: 'Rechercher une question' } as const;
  await seeFocus(popup, search.name);
  await popup.fill(search, 'RESIDENCE');
  await popup.see('1 question', '.count[role="status"]');
  expect(await listed(popup)).toEqual([CITY]);
  await popup.fill(search, 'zoe');
  await popup.see(MONTH, '.row-question');
  expect(await listed(popup)).toEqual([MONTH]);
  await popup.fill(search, 'ville de Mars');
  await popup.see('Aucune question', '.count[role="status"]');
  await popup.click({ role: 'button', name: 'Tout afficher' });
  await seeRows(popup, 4);
  await seeFocus(popup, search.name);
  await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.blur(), null); // a focused field
  await popup.press('/');
  await seeFocus(popup, search.name);
  expect(await reveal(popup, YEAR)).toEqual(['1970: déclarée']);
  expect(popup.errors).toEqual([]);
  expect(site.world.log).toEqual([]);
});

/** Waits until these are the settings that are chosen, of those that exclude each other, in their order. */
async function seeSettings(options: Tab, ...chosen: string[]): Promise<void> {
  await options.waitFor(
    `the settings ${chosen}`,
    (wanted) =>
      [...document.querySelectorAll('#reglages .choice:has(input:checked) label')]
        .map((label) => label.textContent)
        .join() === wanted,
    chosen.join(),
  );
}

/** Waits until what has the focus is called so. */
async function seeFocus(tab: Tab, name: string): Promise<void> {
  await tab.waitFor(
    `the focus on ${name}`,
    (wanted) => {
      const { activeElement } = document;
      return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent) === wanted;
    },
    name,
  );
}
