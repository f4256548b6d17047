// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { MAX_FILE_BYTES } from '../../../lib/qcm/decode.ts';
import { file, give, opened, paste, see } from './given-import.tsx';
import { press, settled, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const FILE = '{"Ville ?": ["PARIS"]}';

/** What the browser hands over for a folder, or for a file that went away meanwhile. */
function unreadable(name: string): File {
  const broken = file(name, '');
  broken.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  return broken;
}

test('a folder among the files is refused by name, and the files are read', async () => {
  const { body } = await opened();
  await give(body, unreadable('Documents'), file('qcm.json', FILE));
  await see(body, 'Importer 1 question');
  const alert = the(body, '[role=alert]').textContent;
  expect(alert).toMatch(/«\u00a0Documents\u00a0»/);
  expect(alert).toContain('c’est peut-être un dossier');
  expect(alert).not.toContain('Ligne');
});

test('a file that is too large is refused unread', async () => {
  const { body } = await opened();
  const large = unreadable('film.json');
  Object.defineProperty(large, 'size', { value: MAX_FILE_BYTES + 1 });
  await give(body, large);
  await see(body, 'trop gros');
});

test('the raw data of a rescue are refused as what they are, by file and by paste', async () => {
  const raw = JSON.stringify({ format: 'memo-qcm-vault', v: 1, values: [['header', { v: 1 }]] }, null, 2);
  const { body, ask } = await opened();
  await give(body, file('memo-qcm-raw.json', raw));
  await see(body, '«\u00a0memo-qcm-raw.json\u00a0»');
  expect(the(body, '[role=alert]').textContent).toContain('données brutes');
  await paste(body, raw);
  await see(body, '«\u00a0Texte collé\u00a0»');
  expect(the(body, '[role=alert]').textContent).toContain('données brutes');
  expect(ask).not.toHaveBeenCalled();
});

test.each<[string, BlobPart, string]>([
  ['a ZIP archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0xff), 'archive ZIP'],
  ['a ZIP archive with nothing in it', Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18)), 'archive ZIP'],
  ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), 'archive ZIP, 7z, RAR ou gzip'],
  ['a 7z archive', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), 'archive ZIP, 7z, RAR ou gzip'],
  ['a RAR archive', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0), 'archive ZIP, 7z, RAR ou gzip'],
  ['a PDF', '%PDF-1.7\n', 'document PDF'],
  ['a web page', '\r\n<!DOCTYPE html><title>502</title>', 'page web'],
  ['nothing', '', 'il est vide ou a été coupé'],
  ['a CSV', 'Ville ?;PARIS\n', 'Ligne 1, colonne 1 Ce caractère n’est pas à sa place'],
  ['a Python dict', "{'Ville ?': ['PARIS']}", 'Ligne 1, colonne 2 Ce caractère n’est pas à sa place'],
  ['JSON lines', '{"Ville ?": ["PARIS"]}\n{"Mois ?": ["mai"]}', 'Ligne 2, colonne 1 Il y a du texte en trop'],
])('%s is refused with a plain reason', async (_, content, reason) => {
  const { body, ask } = await opened();
  await give(body, file('qcm.json', content));
  await see(body, reason);
  expect(the(body, '[role=alert]').textContent).toContain('qcm.json');
  expect(body.querySelector('.preview')).toBeNull();
  expect(ask).not.toHaveBeenCalled();
});

test.each(['{}', '{"Ville ?": [null, {"PARIS": true}, ["PARIS"]]}'])(
  'says of %s that it holds no question to import, and can be put away',
  async (content) => {
    const { body } = await opened();
    await give(body, file('qcm.json', content));
    await see(body, 'aucune question à importer');
    expect(the(body, '.preview').textContent).not.toContain('Importer 0');
    await press(body, 'Abandonner');
    expect(body.querySelector('.preview')).toBeNull();
  },
);

test('a text that is dropped goes to the field for pasting, and what was read stays', async () => {
  const { body } = await opened();
  await give(body, file('qcm.json', FILE));
  await see(body, 'Importer 1 question');
  const dropped = { types: ['text/plain'], files: [], getData: () => '{"Mois ?": ["mai"]}' };
  await settled(() => the(body, '.drop').dispatchEvent(drag('drop', dropped)));
  expect(the<HTMLTextAreaElement>(body, 'textarea').value).toBe('{"Mois ?": ["mai"]}');
  expect(the(body, '.preview').textContent).toContain('qcm.json');
});

test('takes a file wherever on the page it is dropped, which the browser would open in place of the page', async () => {
  const { body } = await opened();
  const dropped = { types: ['Files'], files: [file('qcm.json', FILE)], getData: () => '' };
  const [over, drop] = [drag('dragover', dropped), drag('drop', dropped)];
  await settled(() => body.dispatchEvent(over));
  expect(body.querySelector('.drop-over')).not.toBeNull();
  await settled(() => body.dispatchEvent(drop));
  expect([over.defaultPrevented, drop.defaultPrevented]).toEqual([true, true]);
  await see(body, 'Importer 1 question');
});

test('leaves a text alone that is dropped elsewhere, as into a field', async () => {
  const { body } = await opened();
  const drop = drag('drop', { types: ['text/plain'], files: [], getData: () => 'dupont' });
  await settled(() => the(body, 'textarea').dispatchEvent(drop));
  expect(drop.defaultPrevented).toBe(false);
});

test('says so when reading fails in a way that nobody foresaw', async () => {
  const { body, fail } = await opened();
  const failure = new Error('out of memory');
  const broken = file('qcm.json', FILE);
  Object.defineProperty(broken, 'size', {
    get: () => {
      throw failure;
    },
  });
  await give(body, broken);
  await vi.waitFor(() => expect(fail).toHaveBeenCalledWith(failure));
});

/** An event of something that is dragged over the page, or dropped on it. */
function drag(type: 'dragover' | 'drop', dataTransfer: object): Event {
  return Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer });
}
