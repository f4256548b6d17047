import { expect, importFile, marks, meet, rememberAlways, send, setUp, test } from './extension.ts';
import { reload } from './reload.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test('an account is renamed, merged into another, deleted, and each is taken back', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await rememberAlways(options);
  await importFile(options, 'seed-example.json');
  const page = await meet(browser, site, 'marie.martin', 'Quel est le mois de naissance de Zoé ?');
  await page.click({ role: 'radio', name: 'janvier' });
  await send(page);
  await page.see('Bienvenue Marie');
  await page.close();

  await openSection(options, 'comptes');
  await reload(options);
  await options.see('1 question', '#comptes li:nth-child(2)');
  await options.fill('#comptes li:nth-child(2) input', 'marie');
  await options.click('#comptes li:nth-child(2) button[type="submit"]');
  await options.see('1 question est maintenant au compte marie.');
  expect(await options.text('#comptes')).not.toContain('marie.martin');
  await options.click({ role: 'button', name: 'Annuler' });
  await options.see('marie.martin', '#comptes');

  await options.fill('#comptes li:nth-child(1) input', 'marie.martin');
  await options.see('Réunir', '#comptes li:nth-child(1) button');
  await options.click('#comptes li:nth-child(1) button[type="submit"]');
  await options.see('3 questions sont maintenant au compte marie.martin.');
  await options.see('4 questions', '#comptes li');
  const later = await meet(browser, site, 'marie.martin', CITY);
  expect((await marks(later)).chosen).toBe('PARIS');
  await later.close();

  await options.click('#comptes li button.quiet');
  await options.see('4 questions supprimées.');
  await options.click({ role: 'button', name: 'Annuler' });
  await options.see('4 questions', '#comptes li');
});
