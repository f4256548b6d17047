import { expect, setUp, test } from './extension.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const LISTS = {
  [CITY]: ['PARIS'],
  'Quelle est votre ville de residence': ['LYON'],
  'Quel est le mois de naissance de Léa ?': ['mars', 'Mars', 'mai'],
  'Quel est le mois de naissance de Paul ?': ['juin', 'JUIN'],
  'Quel est le jour de naissance de Paul ?': ['1 er', '1er'],
};

test('what could be tidied up is found, mended one by one or all at once, and taken back', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await openSection(options, 'sante');
  await options.see('Rien à contrôler pour le moment.', '#sante');

  await openSection(options, 'importer');
  await options.fill({ role: 'textbox', name: 'Ou collez le texte du fichier' }, JSON.stringify(LISTS));
  await options.click({ role: 'button', name: 'Lire le texte collé' });
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  await options.click({ role: 'button', name: 'Fermer' });
  await openSection(options, 'sante');
  const seeTitles = (...titles: string[]) =>
    options.waitFor(
      titles.join(', '),
      (wanted) => [...document.querySelectorAll('#sante h3')].map((h3) => h3.textContent).join() === wanted,
      titles.join(),
    );
  const ALIKE = 'Questions presque identiques (1)';
  await seeTitles('Réponses en double (3)', ALIKE, 'Jamais tranchées (3)');

  await options.click({ role: 'button', name: 'N’en garder qu’une' });
  await seeTitles('Réponses en double (2)', ALIKE, 'Jamais tranchées (3)');
  await options.see('1 correction faite.', '.notice [role="status"]');
  await options.waitFor(
    'the focus on what is next',
    () => Boolean(document.activeElement?.closest('[data-kind=repeated] li')),
    null,
  );
  await options.click({ role: 'button', name: 'Annuler' });
  await seeTitles('Réponses en double (3)', ALIKE, 'Jamais tranchées (3)');
  await options.click({ role: 'button', name: 'Fermer' });

  await options.click({ role: 'button', name: 'N’en garder qu’une partout' });
  await seeTitles(ALIKE, 'Jamais tranchées (1)');
  await options.click({ role: 'button', name: 'Fermer' });
  await options.click({ role: 'button', name: 'Réunir' });
  await seeTitles('Jamais tranchées (2)');
  await options.click({ role: 'button', name: 'Fermer' });
  await options.click({ role: 'link', name: 'Choisir les bonnes' });
  await options.see('Question 1 sur 2', '#verifier');
  expect(options.errors).toEqual([]);
});
