import type { Tab } from '../browsers/tab.ts';
import { expect, test } from './extension.ts';

const CITY = 'Quelle est votre ville de résidence ?';
/** More than there are controls in any section. */
const MOST_STEPS = 80;

test('the keyboard alone leads from the first run to an export', async ({ browser_: browser }) => {
  const options = await browser.openExtension('options.html');
  await options.see('J’ai compris', 'button');
  await press(options, 'J’ai compris');
  await options.see('Ajouter une question', 'button');

  await press(options, 'Importer');
  await focusedOn(options, 'Importer');
  await tabTo(options, 'Ou collez le texte du fichier');
  await options.page.keyboard.type(JSON.stringify({ [CITY]: ['PARIS'], 'Mois ?': ['mai'] }));
  await press(options, 'Lire le texte collé');
  await options.see('Aperçu de l’import');
  await options.see('Importer 2 questions', 'button');
  await press(options, 'Importer 2 questions');
  await options.see('Import terminé', '[role="status"]');

  await press(options, 'Réponses');
  await focusedOn(options, 'Réponses');
  await tabTo(options, 'Rechercher une question');
  await options.page.keyboard.type('residence');
  await options.see('1 question', '#reponses [role="status"]');
  await press(options, 'Modifier');
  await options.waitFor('the form', () => document.querySelector('.editor') !== null, null);
  await tabTo(options, 'Compte');
  await options.page.keyboard.type('marie.martin');
  await press(options, 'Enregistrer');
  await options.see('marie.martin', '.row');

  await press(options, 'Exporter');
  await focusedOn(options, 'Exporter');
  await tabTo(options, 'J’ai compris : ce fichier n’est pas chiffré, quiconque l’ouvre lit mes réponses.');
  await options.press(' ');
  await press(options, 'Copier le texte');
  await options.waitFor(
    'the word on the copy',
    () => document.querySelector('#exporter [role="status"]')?.textContent !== '',
    null,
  );
  expect(options.errors).toEqual([]);
});

/** Goes to a control by Tab and presses it. */
async function press(tab: Tab, name: string): Promise<void> {
  await tabTo(tab, name);
  await tab.press('Enter');
}

/** Presses Tab until the control of this name has the focus. */
async function tabTo(tab: Tab, name: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if ((await nameOfFocused(tab)) === name) return;
    await tab.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}, but to ${await nameOfFocused(tab)}.`);
}

/** Waits until the heading of a section has the focus. */
function focusedOn(tab: Tab, heading: string): Promise<boolean> {
  return tab.waitFor(
    `the focus on ${heading}`,
    (text) => document.activeElement?.matches('h2') === true && document.activeElement.textContent === text,
    heading,
  );
}

/** What the control that has the focus is called, by its label or its own text, each space an ordinary one. */
function nameOfFocused(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null; // or another element, which has no labels
    const label = focused?.labels?.[0]?.textContent;
    return (label ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  }, null);
}
