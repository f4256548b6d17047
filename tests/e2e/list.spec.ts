import type { Tab } from '../browsers/tab.ts';
import { expect, importFile, setUp, test } from './extension.ts';
import { listed, pressInRow, reveal, seeRows } from './rows.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const YEAR = 'Quelle est votre année de naissance ?';
const MONTH = 'Quel est le mois de naissance de Zoé ?';
const LEVEL = 'Quel est le niveau scolaire de Léa ?';

test('the list is sorted and filtered, selected questions are deleted together, and come back', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await choose(options, 'Trier par', 'Question, de A à Z');
  expect(await listed(options)).toEqual([MONTH, LEVEL, YEAR, CITY]);
  await choose(options, 'Statut', 'à vérifier (1)');
  await options.see('1 question', '.count[role="status"]');
  expect(await listed(options)).toEqual([LEVEL]);
  await choose(options, 'Statut', 'Tout');

  await pressInRow(options, CITY, 'Afficher');
  await options.click('.answer summary');
  await options.see('Vous l’avez saisie', '.answer-details');
  await options.see('Vue pour la première fois', '.answer-details');
  await pressInRow(options, CITY, 'Masquer');

  await options.click({ role: 'checkbox', name: MONTH });
  await options.click({ role: 'checkbox', name: YEAR });
  await options.see('2 questions sélectionnées', '.selection [role="status"]');
  await options.click({ role: 'button', name: 'Supprimer les 2 questions' });
  await options.see('2 questions supprimées.', '.notice [role="status"]');
  await seeRows(options, 2);
  expect(await listed(options)).toEqual([LEVEL, CITY]);
  await options.click({ role: 'button', name: 'Annuler' });
  await seeRows(options, 4);
  await options.click({ role: 'checkbox', name: 'Sélectionner les 4 questions' });
  await options.see('4 questions sélectionnées', '.selection [role="status"]');

  await pressInRow(options, LEVEL, 'Modifier');
  await options.click({ role: 'button', name: 'Monter la réponse 2' });
  await options.click({ role: 'button', name: 'Enregistrer' });
  await options.see('Question enregistrée.', '.notice [role="status"]');
  expect(await reveal(options, LEVEL)).toEqual(['QUATRIEMES: à vérifier', 'CINQUIEMES: à vérifier']);
  expect(options.errors).toEqual([]);
});

test('the keyboard alone leads through the popup, and what is unfinished is there when it opens again', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  let popup = await browser.openExtension('popup.html');
  await popup.see(CITY, '.row-question');
  await seeFocusIn(popup, '.search');
  await popup.press('ArrowDown');
  await seeFocusIn(popup, '.row:nth-child(1)');
  await popup.press('ArrowDown');
  await seeFocusIn(popup, '.row:nth-child(2)');
  await popup.press('Enter');
  await popup.see('1970', '.row:nth-child(2) .answer');
  await popup.press('Escape');
  await popup.waitFor('no answers', () => document.querySelector('.answer') === null, null);
  await seeFocusIn(popup, '.row:nth-child(2)');
  await popup.press('ArrowUp');
  await popup.press('ArrowUp');
  await seeFocusIn(popup, '.search');
  await popup.fill('.search', 'residence');
  await popup.see('1 question', '.count[role="status"]');
  await popup.press('Escape');
  await popup.see('4 questions', '.count[role="status"]');

  await popup.fill('.search', 'zoe');
  await popup.click({ role: 'button', name: 'Ajouter une question' });
  await popup.fill({ role: 'textbox', name: 'Question' }, 'Classe ?');
  await popup.fill({ role: 'textbox', name: 'Réponse 1' }, '4B');
  await popup.close();
  popup = await browser.openExtension('popup.html');
  await popup.see('1 question', '.count[role="status"]');
  expect(await listed(popup)).toEqual([MONTH]);
  await popup.click({ role: 'button', name: 'Enregistrer' });
  await popup.see('Question enregistrée.', '.notice [role="status"]');
  await popup.fill('.search', '');
  await seeRows(popup, 5);
  expect(await reveal(popup, 'Classe ?')).toEqual(['4B: déclarée']);
  await popup.close();
  popup = await browser.openExtension('popup.html');
  await seeRows(popup, 5);
  expect(await popup.has('.editor')).toBe(false);
  expect(popup.errors).toEqual([]);
});

test('what is unfinished goes when the answers are locked', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openSection(options, 'reglages');
  const passphrase = 'trois petits chats gris';
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, passphrase);
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('Vos réponses sont protégées par une phrase secrète');
  let popup = await browser.openExtension('popup.html');
  await popup.click({ role: 'button', name: 'Ajouter une question' });
  await popup.fill({ role: 'textbox', name: 'Question' }, 'Classe ?');
  await popup.click({ role: 'button', name: 'Verrouiller' });
  await popup.see('Déverrouiller', 'button');
  await popup.close();
  popup = await browser.openExtension('popup.html');
  await popup.fill({ role: 'textbox', name: 'Phrase secrète' }, passphrase);
  await popup.click({ role: 'button', name: 'Déverrouiller' });
  await seeRows(popup, 4);
  expect(await popup.has('.editor')).toBe(false);
});

/** Chooses in a list of choices, by its label and the choice's words. */
async function choose(tab: Tab, label: string, choice: string): Promise<void> {
  await tab.waitFor(
    `${choice} of ${label}`,
    (wanted) => {
      const select = [...document.querySelectorAll('select')].find(
        (one) => one.labels[0]?.textContent === wanted.label,
      );
      const option = [...(select?.options ?? [])].find(({ text }) => text === wanted.choice);
      if (!select || !option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    { label, choice },
  );
}

async function seeFocusIn(tab: Tab, css: string): Promise<void> {
  await tab.waitFor(
    `the focus on ${css}`,
    (selector) => document.activeElement?.matches(selector) === true,
    css,
  );
}
