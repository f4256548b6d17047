import { writeFileSync } from 'node:fs';
import type { Tab } from '../browsers/tab.ts';
import { download } from './download.ts';
import { expect, fixture, importFile, setUp, test } from './extension.ts';
import { listed } from './rows.ts';
import { openSection } from './section.ts';

const PASSPHRASE = 'trois petits chats gris';

/** Goes to the export, and puts the notice of an import away, which lies over the end of the section. */
async function openExport(options: Tab): Promise<void> {
  await options.click('.notice button:last-of-type');
  await openSection(options, 'exporter');
}

/** Chooses one of the forms that an export may have. */
async function chooseForm(options: Tab, name: string): Promise<void> {
  await options.click({ role: 'radio', name });
}

test('many answers are worth a reminder until they are exported, which takes a word of consent where anybody could read them', async ({
  browser_: browser,
}, info) => {
  const options = await setUp(browser);
  const path = info.outputPath('qcm.json');
  const many = Array.from({ length: 10 }, (_, number) => [`Question ${number} ?`, [`Réponse ${number}`]]);
  writeFileSync(path, JSON.stringify(Object.fromEntries(many)));
  await openSection(options, 'importer');
  await options.setFiles('input[type="file"]', path);
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  await options.click('.notice button:last-of-type');
  await openSection(options, 'reponses');
  await options.see('Aucun export ne réunit encore toutes vos réponses (10 questions).', '.reminder');
  await options.click('.reminder a');
  await options.see('Exporter', '#exporter h2');
  const button = '#exporter button.primary';
  await options.waitFor(
    'a button that waits',
    (css) => document.querySelector(`${css}:disabled`) !== null,
    button,
  );
  await options.click({ role: 'checkbox', name: /n’est pas chiffré/ });
  await options.waitFor(
    'a button that may be pressed',
    (css) => document.querySelector(`${css}:enabled`) !== null,
    button,
  );
  expect((await download(options, 'Télécharger')).name).toBe('qcm.json');
  await options.see('10 questions exportées.', '#exporter [role="status"]');
  await openSection(options, 'reponses');
  expect(await listed(options)).toHaveLength(10);
  expect(await options.has('.reminder')).toBe(false);
});

test('Home Assistant gets confirmed answers alone, and the rest is listed', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openExport(options);
  await chooseForm(options, 'Pour Home Assistant');
  await options.click({ role: 'checkbox', name: /n’est pas chiffré/ });
  await options.click({ role: 'button', name: 'Télécharger' });
  await options.see('4 questions laissées de côté', '#exporter');
  await options.see('Quelle est votre ville de résidence', '#exporter li');
});

test('an encrypted file comes back by its passphrase, and by no other', async ({
  browser_: browser,
}, info) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openExport(options);
  await chooseForm(options, 'Chiffré par une phrase secrète (age)');
  await options.fill({ role: 'textbox', name: 'Phrase secrète du fichier' }, PASSPHRASE);
  const { name, bytes } = await download(options, 'Télécharger');
  expect(name).toBe('qcm.json.age');
  expect(bytes).not.toContain('PARIS');

  const path = info.outputPath(name);
  writeFileSync(path, bytes, 'latin1');
  await emptyVault(options);
  await openSection(options, 'importer');
  await options.setFiles('input[type="file"]', path);
  await options.fill({ role: 'textbox', name: 'Phrase secrète du fichier' }, 'une tout autre phrase');
  await options.click({ role: 'button', name: 'Ouvrir le fichier' });
  await options.see('Ce n’est pas la phrase secrète de ce fichier');
  await options.fill({ role: 'textbox', name: 'Phrase secrète du fichier' }, PASSPHRASE);
  await options.click({ role: 'button', name: 'Ouvrir le fichier' });
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  await openSection(options, 'reponses');
  expect(await listed(options)).toHaveLength(4);
});

test('an encrypted copy is pasted at the import', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openExport(options);
  await chooseForm(options, 'Chiffré par une phrase secrète (age)');
  await options.fill({ role: 'textbox', name: 'Phrase secrète du fichier' }, PASSPHRASE);
  await options.click({ role: 'button', name: 'Copier le texte' });
  await options.see('4 questions copiées', '#exporter [role="status"]');
  await openSection(options, 'importer');
  await options.click({ role: 'textbox', name: 'Ou collez le texte du fichier' });
  await options.paste();
  await options.click({ role: 'button', name: 'Lire le texte collé' });
  await options.fill({ role: 'textbox', name: 'Phrase secrète du fichier' }, PASSPHRASE);
  await options.click({ role: 'button', name: 'Ouvrir le fichier' });
  await options.see('4 inchangées', '.preview .counts');
});

test('a Fernet file is opened by the key that is chosen with it, or before it', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await openSection(options, 'importer');
  await options.setFiles('input[type="file"]', fixture('backup/qcm.json.enc'), fixture('backup/dot.qcm.key'));
  await options.see('Aperçu de l’import');
  await options.click({ role: 'button', name: 'Abandonner' });
  await options.setFiles('input[type="file"]', fixture('backup/dot.qcm.key'));
  await options.see('La clé est lue', '#importer [role="status"]');
  await options.setFiles('input[type="file"]', fixture('backup/qcm.json.enc'));
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
});

test('where the vault has a passphrase, nothing leaves without it', async ({ browser_: browser }) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await openSection(options, 'reglages');
  await options.fill({ role: 'textbox', name: 'Nouvelle phrase secrète' }, PASSPHRASE);
  await options.click({ role: 'button', name: 'Protéger par une phrase secrète' });
  await options.see('Vos réponses sont protégées par une phrase secrète');
  await openSection(options, 'exporter');
  await options.click({ role: 'checkbox', name: /n’est pas chiffré/ });
  await options.fill({ role: 'textbox', name: 'Phrase secrète actuelle' }, 'pas la bonne du tout');
  await options.click({ role: 'button', name: 'Télécharger' });
  await options.see('phrase secrète', '[role="alert"]');
  expect(await options.text('#exporter [role="status"]')).toBe('');
  await options.fill({ role: 'textbox', name: 'Phrase secrète actuelle' }, PASSPHRASE);
  expect((await download(options, 'Télécharger')).bytes).toContain('PARIS');
});

async function emptyVault(options: Tab): Promise<void> {
  await openSection(options, 'reponses');
  await options.click({ role: 'button', name: 'Tout effacer…' });
  await options.click({ role: 'button', name: 'Tout effacer' });
  await options.see('supprimées');
}
