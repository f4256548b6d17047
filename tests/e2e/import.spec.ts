import { readFileSync } from 'node:fs';
import { download } from './download.ts';
import { expect, fixture, importFile, setUp, test } from './extension.ts';
import {
  abandon,
  choose,
  chooseInConflict,
  confirmImport,
  counts,
  drop,
  seeCounts,
  stopWhenItMoves,
} from './import-flow.ts';
import { reload } from './reload.ts';
import { listed, reveal, seeRows } from './rows.ts';
import { openSection } from './section.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const LEVEL = 'Quel est le niveau scolaire de Léa ?';
const YEAR = 'Quelle est votre année de naissance ?';
const FAMILY = [CITY, YEAR, 'Quel est le mois de naissance de Zoé ?', LEVEL];

const PREVIEW = { role: 'region', name: 'Aperçu de l’import' } as const;
const EMPTY = 'Rien d’enregistré pour le moment';

/** Questions enough that an import of them can be stopped on its way. */
const LONG = 12_000;

/** Where each broken file breaks, and what is said of it. */
const REFUSED = [
  ['broken-truncated.json', 'Ligne 3, colonne 3', 'Le fichier s’arrête avant sa fin'],
  ['broken-comments.json', 'Ligne 2, colonne 26', 'Le JSON n’admet pas de commentaire'],
  ['broken-list.json', 'Ligne 1, colonne 1', 'Le fichier doit être un objet JSON'],
  ['broken-python-dict.json', 'Ligne 1, colonne 2', 'Ce caractère n’est pas à sa place'],
  ['broken-trailing-comma.json', 'Ligne 4, colonne 3', 'Ce caractère n’est pas à sa place'],
  ['broken-two-objects.json', 'Ligne 2, colonne 1', 'Il y a du texte en trop'],
] as const;

/** What the preview counts of the files that can be read, and what it remarks. */
const READ = [
  ['py-client.json', ['4 nouvelles', '1 à vérifier'], []],
  ['seed-example.json', ['3 nouvelles'], []],
  ['home-assistant-unpruned.json', ['3 nouvelles', '2 à vérifier'], []],
  ['hostile-keys.json', ['6 nouvelles'], []],
  [
    'broken-shapes.json',
    ['4 nouvelles', '1 à vérifier'],
    [
      'Ligne 2, colonne 44Une réponse seule, sans liste',
      'Ligne 4, colonne 5Un nombre a été pris comme un texte',
      'Ligne 6, colonne 3Cette liste ne contient aucune réponse',
      'Ligne 9, colonne 5La même réponse figure deux fois',
      'Ligne 14, colonne 5Une valeur qui n’est pas un texte',
      'Ligne 15, colonne 5Une valeur qui n’est pas un texte',
    ],
  ],
] as const;

test('a file is refused with its place and reason, or previewed with its counts; nothing is written by that', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  for (const [name, place, reason] of REFUSED) {
    await choose(options, name);
    await options.see(`« ${name} » n’a pas pu être lu`, '#importer [role="alert"]');
    const alert = (await options.text('#importer [role="alert"]')).replace(/\s+/g, ' ');
    expect.soft(alert).toContain(`${place} ${reason}`);
    expect(await options.has(PREVIEW)).toBe(false);
  }
  for (const [name, wanted, remarks] of READ) {
    await choose(options, name);
    await options.see(name, '.preview');
    expect.soft(await counts(options), name).toEqual(wanted);
    const told = await options.evaluate(
      () =>
        [...document.querySelectorAll('.preview .problems li')].map(
          (item) => `${item.firstElementChild?.textContent}${item.lastElementChild?.textContent}`,
        ),
      null,
    );
    expect
      .soft(
        told.map((text, place) => text.slice(0, remarks[place]?.length)),
        name,
      )
      .toEqual(remarks);
    expect(await options.has(PREVIEW)).toBe(true);
    expect(await options.has({ role: 'button', name: /^Importer/ })).toBe(true);
    await abandon(options);
  }
  await openSection(options, 'reponses');
  await options.see(EMPTY, 'h2');
  await reload(options);
  await options.see(EMPTY, '#reponses');
  await openSection(options, 'journal');
  expect(await options.texts('#journal ol li')).toEqual([]);
  expect(options.errors).toEqual([]);
});

test('every encoding of one file holds the same questions, and a mended one too', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'windows-1252.json');
  await seeRows(options, 4);
  expect(await listed(options)).toEqual(FAMILY);
  for (const [name, encoding] of [
    ['py-client.json', 'utf-8'],
    ['ascii.json', 'utf-8'],
    ['utf-8-bom-crlf.json', 'utf-8'],
    ['utf-16-le-bom.json', 'utf-16le'],
    ['utf-16-le.json', 'utf-16le'],
    ['utf-16-be-bom.json', 'utf-16be'],
    ['utf-16-be.json', 'utf-16be'],
  ] as const) {
    await choose(options, name);
    await options.see(`${name}Encodage : ${encoding}`, '.preview');
    expect(await counts(options), name).toEqual(['4 inchangées', '1 à vérifier']);
    await abandon(options);
  }
  for (const name of ['mojibake.json', 'mojibake-macintosh.json']) {
    await choose(options, name);
    await options.see(name, '.preview');
    await options.see(`Après : ${CITY}`, '.preview');
    expect(await counts(options), name).toEqual(['4 inchangées', '1 à vérifier']);
    await options.click({ role: 'checkbox', name: 'Réparer les accents mal décodés' });
    await seeCounts(options, '4 nouvelles', '1 à vérifier');
    await abandon(options);
  }
});

test('an import is written when its owner says so, whole, and can be taken back whole', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await choose(options, 'py-client.json', 'home-assistant-unpruned.json', 'broken-truncated.json');
  await options.see('« broken-truncated.json » n’a pas pu être lu', '#importer [role="alert"]');
  expect(await counts(options)).toEqual(['6 nouvelles', '4 à vérifier']);
  const beside = await browser.openExtension('options.html');
  await beside.see(EMPTY, '#reponses');
  await beside.close();
  await confirmImport(options);
  await options.see('Import terminé : 6 nouvelles, 4 à vérifier.', '[role="status"]');
  await seeRows(options, 6);
  expect(await reveal(options, CITY)).toEqual(['PARIS: déclarée', 'LYON: déclarée']);
  await options.click({ role: 'button', name: 'Annuler l’import' });
  await options.see('C’est annulé.', '[role="status"]');
  await options.see(EMPTY, '#reponses');
  expect(await listed(options)).toEqual([]);

  const hostile = readFileSync(fixture('qcm/hostile-keys.json'), 'utf8');
  await drop(options, 'déposé.json', hostile);
  await options.see('déposé.json', '.preview');
  expect(await counts(options)).toEqual(['6 nouvelles']);
  await confirmImport(options);
  await seeRows(options, 6);
  const image = '<img src=x onerror=alert(1)>';
  expect(await listed(options)).toEqual(['__proto__', 'constructor', '1970', '2', 'toString', image]);
  expect(await reveal(options, image)).toEqual(['<script>alert(1)</script>: déclarée']);
  expect(await reveal(options, '__proto__')).toEqual(['polluted: déclarée']);
  expect(
    await options.evaluate(() => [document.querySelectorAll('img[onerror]').length, '0' in {}], null),
  ).toEqual([0, false]);

  const paste = { role: 'textbox', name: 'Ou collez le texte du fichier' } as const;
  await openSection(options, 'importer');
  await options.fill(paste, '{"Classe ?": ["5A"');
  await options.click({ role: 'button', name: 'Lire le texte collé' });
  await options.see('« Texte collé » n’a pas pu être lu', '#importer [role="alert"]');
  await options.fill(paste, '{"Classe ?": ["5A"]}');
  await options.click({ role: 'button', name: 'Lire le texte collé' });
  expect(await counts(options)).toEqual(['1 nouvelle']);
  await confirmImport(options);
  await seeRows(options, 7);
  expect(options.errors).toEqual([]);
});

test('on a conflict mine stays unless I choose otherwise, and undo takes all back', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  const before = { [CITY]: ['PARIS'], [YEAR]: ['1970'], 'Rue ?': ['Royale'] };
  await drop(options, 'avant.json', JSON.stringify(before));
  expect(await counts(options)).toEqual(['3 nouvelles']);
  await confirmImport(options);
  const after = { [CITY]: ['LYON'], [YEAR]: ['1971'], 'Rue ?': ['du Bac'], 'Classe ?': ['5A'] };
  await drop(options, 'après.json', JSON.stringify(after));
  await options.see('après.json', '.preview');
  await seeCounts(options, '1 nouvelle', '3 inchangées', '3 en conflit');
  await options.see('Conflits (3)', '.preview summary');
  expect(await options.texts('.conflict .mask')).toHaveLength(3);
  const inRow = (question: string, what: string) => chooseInConflict(options, question, what);
  await options.click('.conflict button');
  await options.see('PARIS', '.conflict');
  await inRow(CITY, 'Prendre celles du fichier');
  await seeCounts(options, '1 complétée', '2 inchangées');
  await inRow(YEAR, 'Garder les deux');
  await seeCounts(options, '2 complétées', '1 inchangée');
  await confirmImport(options);
  await seeRows(options, 4);
  expect(await reveal(options, CITY)).toEqual(['LYON: déclarée']);
  expect(await reveal(options, YEAR)).toEqual(['1970: déclarée', '1971: déclarée']);
  expect(await reveal(options, 'Rue ?')).toEqual(['Royale: déclarée']);
  await options.click({ role: 'button', name: 'Annuler l’import' });
  await options.see('C’est annulé.', '[role="status"]');
  await seeRows(options, 3);
  expect(await reveal(options, CITY)).toEqual(['PARIS: déclarée']);
  expect(await reveal(options, YEAR)).toEqual(['1970: déclarée']);
  expect(options.errors).toEqual([]);
});

test('a long import shows how far it is and can be stopped, with nothing written; then it is done, and undone', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  const long = Object.fromEntries(Array.from({ length: LONG }, (_, place) => [`Question ${place} ?`, ['A']]));
  await drop(options, 'long.json', JSON.stringify(long));
  expect(await counts(options)).toEqual([`${LONG} nouvelles`]);
  await stopWhenItMoves(options);
  await options.click({ role: 'button', name: `Importer ${LONG} questions` });
  await options.see('Import arrêté : rien n’a été écrit.', '#importer [role="status"]');
  const beside = await browser.openExtension('options.html');
  await beside.see(EMPTY, '#reponses');
  await openSection(beside, 'journal');
  expect(await beside.texts('#journal ol li')).toEqual([]);
  await beside.close();
  await confirmImport(options);
  await options.see(`Import terminé : ${LONG} nouvelles.`, '[role="status"]');
  await options.click({ role: 'button', name: 'Annuler l’import' });
  await options.see('C’est annulé.', '[role="status"]');
  await openSection(options, 'reponses');
  await options.see(EMPTY, '#reponses');
  expect(options.errors).toEqual([]);
});

test('what goes out is byte for byte what came in, and a Python client’s last answer is the declared one', async ({
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await choose(options, 'py-client.json');
  expect(await counts(options)).toEqual(['4 nouvelles', '1 à vérifier']);
  await options.click({ role: 'checkbox', name: /^Ce fichier vient d’un client Python/ });
  await seeCounts(options, '4 nouvelles', '1 à vérifier');
  await confirmImport(options);
  await seeRows(options, 4);
  expect(await reveal(options, LEVEL)).toEqual(['CINQUIEMES: à vérifier', 'QUATRIEMES: déclarée']);

  await openSection(options, 'exporter');
  const bytes = (name: string) => readFileSync(fixture(`qcm/${name}`), 'latin1');
  await options.click({ role: 'checkbox', name: /n’est pas chiffré/ });
  expect(await download(options, 'Télécharger')).toEqual({
    name: 'qcm.json',
    bytes: bytes('py-client.json'),
  });
  await options.see('4 questions exportées.', '#exporter [role="status"]');
  await options.click({ role: 'radio', name: 'qcm.json en ASCII' });
  expect((await download(options, 'Télécharger')).bytes).toBe(bytes('ascii.json'));
});
