import { tell } from '../faults/owner.ts';
import { expect, setUp, test } from './extension.ts';
import { reveal } from './rows.ts';
import { openSection } from './section.ts';

test('the health section finds what is double, mends it by a click, and takes that back', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await openSection(options, 'sante');
  await options.see('Tout va bien', '#sante');
  const save = (question: string, ...answers: string[]) =>
    tell(options, 'save', { id: null, account: null, question, answers });
  await save('Ville ?', 'Paris', 'PARIS');
  await save('Mois ?', 'mai');
  await save('MOIS', 'juin');

  const tab = await browser.openExtension('options.html#sante');
  await tab.see('Réponses en double', '#sante h3');
  await tab.see('Questions presque identiques', '#sante h3');
  expect(await tab.text('#sante')).not.toMatch(/paris|juin/i);
  await tab.click({ role: 'button', name: 'Réunir' });
  await tab.see('1 problème réglé', '[role="status"]');
  await tab.waitFor(
    'the heading to have the focus',
    () => document.activeElement?.matches('#sante h2'),
    null,
  );
  await tab.waitFor('one kind less', () => document.querySelectorAll('#sante h3').length === 1, null);
  await tab.click({ role: 'button', name: 'Annuler' });
  await tab.waitFor('both again', () => document.querySelectorAll('#sante h3').length === 2, null);
  await tab.click({ role: 'button', name: 'Garder une seule' });
  await tab.waitFor('one kind less', () => document.querySelectorAll('#sante h3').length === 1, null);
  await openSection(tab, 'reponses');
  await tab.see('3 questions', '#reponses [role="status"]');
  expect(await reveal(tab, 'Ville ?')).toEqual(['PARIS: déclarée']);
  expect([...options.errors, ...tab.errors]).toEqual([]);
});
