// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { encryptAge } from '../../../lib/backup/age.ts';
import { encryptFernet, makeFernetKey } from '../../../lib/backup/fernet.ts';
import { file, give, opened, paste, see } from './given-import.tsx';
import { press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const PASSPHRASE = 'trois petits chats gris';
const CONTENT = '{"Ville ?": ["PARIS"]}';
const ENTRIES = [{ question: 'Ville ?', answers: ['PARIS'], whole: true }];
const KEY = makeFernetKey();
const OTHER_KEY = makeFernetKey();
const bytes = (text: string) => new TextEncoder().encode(text);
let armored: string;
let token: string;

beforeAll(async () => {
  armored = await encryptAge(PASSPHRASE, CONTENT);
  token = await encryptFernet(KEY, bytes(CONTENT), Date.now());
});

/** As PowerShell's `>` writes a text. */
function utf16(text: string): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  [...`\ufeff${text}`].forEach((char, place) => {
    view.setUint16(place * 2, char.charCodeAt(0), true);
  });
  return new Uint8Array(view.buffer);
}

function standard(base64: string): string {
  return base64.replaceAll('-', '+').replaceAll('_', '/');
}

/** As `base64` writes it by default. */
function wrapped(base64: string): string {
  return base64.replace(/.{76}/g, '$&\n');
}

/** The form that asks for what opens the file of this name. */
function formOf(body: HTMLElement, name: string): HTMLFormElement {
  const form = [...body.querySelectorAll('form')].find((one) => one.textContent?.includes(name));
  if (!form) throw new Error(`No form for ${name}`);
  return form;
}

async function unlock(body: HTMLElement, name: string, secret: string): Promise<void> {
  await type(the<HTMLInputElement>(formOf(body, name), 'input'), secret);
  await press(formOf(body, name), 'Ouvrir le fichier');
}

test.each<[string, () => string]>([
  ['as it was copied', () => armored],
  ['behind a byte order mark', () => `\ufeff${armored}`],
  ['out of an e-mail', () => `Bonjour,\nle voici :\n\n${armored}\n-- \nLéa\n`],
  [
    'out of a reply that quotes it',
    () => `Merci !\n> > Bonjour,\n${armored.replaceAll(/^/gm, '> > ')}\n> > Léa`,
  ],
  ['with blanks around its lines', () => `\n ${armored.replaceAll('\n', ' \r\n\r\n ')}`],
])('age’s text opens when it is pasted %s', async (_, text) => {
  const { body, asked } = await opened();
  await paste(body, text());
  await see(body, 'Texte collé est chiffré par une phrase secrète (age).');
  await unlock(body, 'Texte collé', PASSPHRASE);
  await see(body, 'Aperçu de l’import');
  expect(asked('holdEntries')).toEqual([{ held: null, entries: ENTRIES }]);
});

test.each<[string, () => BlobPart]>([
  ['UTF-8', () => armored],
  ['UTF-8 behind a mark', () => `\ufeff${armored}`],
  ['UTF-16', () => utf16(armored)],
])('age’s text opens when it is a file in %s', async (_, content) => {
  const { body, asked } = await opened();
  await give(body, file('qcm.json.age', content()));
  await see(body, 'qcm.json.age est chiffré par une phrase secrète (age).');
  await unlock(body, 'qcm.json.age', PASSPHRASE);
  await see(body, 'Aperçu de l’import');
  expect(asked('holdEntries')).toEqual([{ held: null, entries: ENTRIES }]);
});

test('a binary age file that a shell wrote anew as UTF-16 is called damaged, not bad JSON', async () => {
  const { body } = await opened();
  await give(body, file('qcm.json.age', utf16('age-encryption.org/v1\n-> scrypt …')));
  await see(body, 'qcm.json.age est chiffré par une phrase secrète (age).');
  await unlock(body, 'qcm.json.age', PASSPHRASE);
  await see(body, 'Ce fichier age est abîmé');
});

test.each<[string, () => BlobPart]>([
  ['as Python writes it', () => token],
  ['in UTF-16', () => utf16(`${token}\r\n`)],
  ['behind a mark', () => `\ufeff${token}`],
  ['in standard base64, wrapped', () => `${wrapped(standard(token))}\n`],
])('a Fernet file %s opens by its key file', async (_, content) => {
  const { body, asked } = await opened();
  await give(body, file('qcm.json.enc', content()), file('.qcm.key', KEY));
  await see(body, 'Aperçu de l’import');
  expect(asked('holdEntries')).toEqual([{ held: null, entries: ENTRIES }]);
});

test.each<[string, BlobPart]>([
  ['.qcm.key', KEY],
  ['qcm.key', `${KEY}\n`],
  ['_qcm.key', `\ufeff${KEY}`],
  ['qcm (1).key', utf16(`${KEY}\r\n`)],
  ['clé.txt', standard(KEY)],
])('a key is known by what it holds, be it called %s', async (name, content) => {
  const { body } = await opened();
  await give(body, file('qcm.json.enc', token), file(name, content));
  await see(body, 'Aperçu de l’import');
});

test('a Fernet token and then its key can both be pasted', async () => {
  const { body, asked } = await opened();
  await paste(body, token);
  await see(body, 'Texte collé est chiffré (Fernet).');
  await paste(body, ` ${KEY}\n`);
  await see(body, 'Aperçu de l’import');
  expect(asked('holdEntries')).toEqual([{ held: null, entries: ENTRIES }]);
});

test('a key that comes first waits for its file, and leaves what was read as it is', async () => {
  const { body } = await opened();
  await give(body, file('avant.json', CONTENT));
  await see(body, 'avant.json');
  await give(body, file('.qcm.key', KEY));
  await see(body, 'La clé est lue.');
  expect(the(body, '.preview').textContent).toContain('avant.json');
  await give(body, file('après.enc', token));
  await see(body, 'après.enc');
  expect(the(body, '.preview').textContent).toContain('après.enc');
  expect(body.textContent).not.toContain('La clé est lue.');
});

test('a key that comes later opens the file beside what was read with it', async () => {
  const { body } = await opened();
  await give(body, file('a.json', '{"Mois ?": ["mai"]}'), file('qcm.json.enc', token));
  await see(body, 'qcm.json.enc est chiffré');
  await give(body, file('.qcm.key', KEY));
  await see(body, 'Importer 2 questions');
});

test('each of several keys opens its own file', async () => {
  const other = await encryptFernet(OTHER_KEY, bytes('{"Mois ?": ["mai"]}'), Date.now());
  const { body } = await opened();
  await give(body, file('1.enc', token), file('2.enc', other), file('1.key', OTHER_KEY), file('2.key', KEY));
  await see(body, 'Importer 2 questions');
});

test('says at the file that did not open why, and at no other', async () => {
  const { body } = await opened();
  await give(body, file('a.age', armored), file('b.enc', token), file('.qcm.key', OTHER_KEY));
  await see(body, 'Le fichier ne s’ouvre pas avec cette clé');
  expect(formOf(body, 'b.enc').querySelector('[role=alert]')).not.toBeNull();
  expect(formOf(body, 'a.age').querySelector('[role=alert]')).toBeNull();
  await unlock(body, 'a.age', 'une tout autre phrase');
  await see(body, 'Ce n’est pas la phrase secrète de ce fichier.');
  expect(formOf(body, 'b.enc').textContent).toContain('Le fichier ne s’ouvre pas avec cette clé');
});

test.each<[string, (body: HTMLElement) => Promise<void>]>([
  ['a wrong key', (body) => unlock(body, 'qcm.json.enc', OTHER_KEY)],
  ['a key file alone', (body) => give(body, file('.qcm.key', OTHER_KEY))],
])('what was read is compared to its end although %s comes meanwhile', async (_, comes) => {
  const { body, asked, replies } = await opened();
  const { holdEntries } = replies;
  const held = Promise.withResolvers<unknown>();
  replies.holdEntries = held.promise;
  await give(body, file('a.json', '{"Mois ?": ["mai"]}'), file('qcm.json.enc', token));
  await vi.waitFor(() => expect(asked('holdEntries')).toHaveLength(1));
  await comes(body);
  await see(body, 'Le fichier ne s’ouvre pas avec cette clé');
  await settled(() => held.resolve(holdEntries));
  await see(body, 'Importer 1 question');
  expect(asked('previewImport')).toHaveLength(1);
});

test('a secret that was typed stays with its file, and goes to no other of the same name', async () => {
  const other = await encryptFernet(OTHER_KEY, bytes('{"Mois ?": ["mai"]}'), Date.now());
  const { body } = await opened();
  await give(body, file('qcm.json.enc', token), file('qcm.json.enc', other));
  await see(body, 'qcm.json.enc est chiffré');
  const fields = () => [...body.querySelectorAll<HTMLInputElement>('form:not(.paste) input')];
  const [first, second] = fields();
  if (!first || !second) throw new Error('Not two forms');
  await type(second, OTHER_KEY);
  await type(first, KEY);
  await press(formOf(body, 'qcm.json.enc'), 'Ouvrir le fichier');
  await see(body, 'Importer 1 question');
  expect(fields().map(({ value }) => value)).toEqual([OTHER_KEY]);
  await press(formOf(body, 'qcm.json.enc'), 'Ouvrir le fichier');
  await see(body, 'Importer 2 questions');
});

test('what was chosen for the import stays when one more file is unlocked', async () => {
  const { body, asked } = await opened();
  await give(body, file('a.json', '{"Mois ?": ["mai", "juin"]}'), file('qcm.json.enc', token));
  await see(body, 'Importer 1 question');
  await type(the(body, '.preview input[autocomplete=off]'), 'dupont');
  await settled(() => the(body, '.preview input[type=checkbox]').click());
  await unlock(body, 'qcm.json.enc', KEY);
  await see(body, 'Importer 2 questions');
  expect(asked('previewImport').at(-1)).toMatchObject({ account: 'dupont', lastIsDeclared: true });
});
