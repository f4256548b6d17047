import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import { expect, importFile, meet, send, setUp, test } from './extension.ts';
import { reveal } from './rows.ts';
import { openSection } from './section.ts';

const LEVEL = 'Quel est le niveau scolaire de Léa ?';
const YEAR = 'Quelle est l’année de naissance de Léa ?';
const MONTH = 'Quel est le mois de naissance de Léa ?';
const CLASS = 'Quelle est la classe de Léa ?';

const range = (count: number) => Array.from({ length: count }, (_, place) => `R${place + 1}`);

/** Imports lists as Home Assistant leaves them, by the text field. */
async function importLists(browser: Browser): Promise<Tab> {
  const options = await setUp(browser);
  await openSection(options, 'importer');
  const lists = JSON.stringify({ [YEAR]: range(9), [MONTH]: ['mars', 'mai'], [CLASS]: range(11) });
  await options.fill({ role: 'textbox', name: 'Ou collez le texte du fichier' }, lists);
  await options.click({ role: 'button', name: 'Lire le texte collé' });
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  return options;
}

/** Waits until this question is the one to settle, and its answers are there. */
async function seeQuestion(options: Tab, question: string, progress: string): Promise<void> {
  await options.waitFor(
    `${question}, ${progress}`,
    (wanted) =>
      document.querySelector('#verify-question')?.textContent === wanted.question &&
      document.activeElement?.closest('#verifier') !== null &&
      document.querySelector('.verify-progress')?.textContent === wanted.progress,
    { question, progress },
  );
}

test('a key settles each question, and skipping and going back are keys too', async ({
  browser_: browser,
}) => {
  const options = await importLists(browser);
  await options.click({ role: 'link', name: /^À vérifier 3$/ });
  await seeQuestion(options, YEAR, 'Question 1 sur 3');
  await options.press('9');
  await seeQuestion(options, MONTH, 'Question 2 sur 3');
  await options.press('s');
  await seeQuestion(options, CLASS, 'Question 3 sur 3');
  await options.press('u');
  await seeQuestion(options, MONTH, 'Question 2 sur 3');
  await options.press('2');
  await seeQuestion(options, CLASS, 'Question 3 sur 3');
  await options.press('u');
  await seeQuestion(options, MONTH, 'Question 2 sur 3');
  await options.press('2');
  await seeQuestion(options, CLASS, 'Question 3 sur 3');
  await options.click({ role: 'button', name: /R11$/ });
  await options.see('Rien à vérifier', '#verifier');
  expect(await options.has({ role: 'link', name: 'À vérifier' })).toBe(true);
  await options.press('Escape');
  await options.see('Réponses', '#reponses h2');
  expect(await reveal(options, YEAR)).toEqual(['R9: déclarée']);
  expect(await reveal(options, MONTH)).toEqual(['mai: déclarée']);
  expect(await reveal(options, CLASS)).toEqual(['R11: déclarée']);
  expect(options.errors).toEqual([]);
});

test('what was skipped is taken up again, by click alone', async ({ browser_: browser }) => {
  const options = await importLists(browser);
  await openSection(options, 'verifier');
  for (let skipped = 0; skipped < 3; skipped += 1) await options.click({ role: 'button', name: /^Passer/ });
  await options.see('3 questions passées restent à vérifier.', '[role="status"]');
  await options.click({ role: 'button', name: 'Les reprendre' });
  await options.click({ role: 'button', name: /R3$/ });
  await options.see('Réponse retenue', '.notice [role="status"]');
  await options.click({ role: 'button', name: 'Annuler' });
  await options.waitFor(
    'the first question again',
    (wanted) => document.querySelector('#verify-question')?.textContent === wanted,
    YEAR,
  );
  await options.click({ role: 'button', name: /^Quitter/ });
  expect((await reveal(options, YEAR)).length).toBe(9);
});

test('a question settles itself at the login that accepts an answer', async ({ site, browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const popup = await browser.openExtension('popup.html');
  await popup.see('1 question à vérifier');
  expect(
    await popup.evaluate(() => document.querySelector<HTMLAnchorElement>('a.verify-link')?.pathname, null),
  ).toBe('/options.html');
  await popup.close();

  const page = await meet(browser, site, 'marie.martin', LEVEL);
  await page.click({ role: 'radio', name: /^QUATRIEMES/ });
  await send(page);
  await page.see('Bienvenue Marie');
  const after = await browser.openExtension('popup.html');
  await after.see('5 questions', '[role="status"]');
  expect(await after.has('a.verify-link')).toBe(false);
  const tab = await browser.openExtension('options.html#verifier');
  await tab.see('Rien à vérifier', '#verifier');
});
