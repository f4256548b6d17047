import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decryptAge, encryptAge, isArmoredAge, isBinaryAge } from '../../../lib/backup/age.ts';
import { MAX_FILE_BYTES } from '../../../lib/qcm/decode.ts';
import { run } from './tools.ts';

const PASSPHRASE = 'trois petits chats gris';
const CONTENT = '{"Quelle est votre ville de résidence\u202f?": ["PARIS"]}';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memo-qcm-age-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The `age` command reads its passphrase from a terminal alone, so it is given one. */
function age(options: string): void {
  const terminal = `
import os, pty, sys, time
pid, end = pty.fork()
if pid == 0:
    os.execvp('age', sys.argv[1:])
asked = b''
while True:
    try:
        said = os.read(end, 1024)
    except OSError:
        break
    if not said:
        break
    asked += said
    if b':' in asked:
        asked = b''
        os.write(end, ${JSON.stringify(PASSPHRASE)}.encode() + b'\\n')
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
  run('python3', ['-c', terminal, 'age', ...options.split(' ')], '');
}

test('opens what it wrote itself, and only with its passphrase', async () => {
  const file = await encryptAge(PASSPHRASE, CONTENT);
  expect(isArmoredAge(file)).toBe(true);
  expect(file).not.toContain('PARIS');
  expect(text(await decryptAge(PASSPHRASE, file))).toBe(CONTENT);
  await expect(decryptAge('another one', file)).rejects.toMatchObject({ code: 'backup-passphrase-wrong' });
});

test('the age command opens what it wrote', async () => {
  const [file, opened] = [join(folder, 'ours.age'), join(folder, 'ours.json')];
  writeFileSync(file, await encryptAge(PASSPHRASE, CONTENT));
  age(`--decrypt --output ${opened} ${file}`);
  expect(readFileSync(opened, 'utf8')).toBe(CONTENT);
});

test.each(['', ' --armor'])('it opens what the age command wrote%s', async (armor) => {
  const [file, plain] = [join(folder, `theirs${armor.length}.age`), join(folder, 'plain.json')];
  writeFileSync(plain, CONTENT);
  age(`--encrypt --passphrase${armor} --output ${file} ${plain}`);
  const written = new Uint8Array(readFileSync(file));
  expect([isArmoredAge(text(written)), isBinaryAge(text(written))]).toEqual([armor !== '', armor === '']);
  expect(text(await decryptAge(PASSPHRASE, armor ? text(written) : written))).toBe(CONTENT);
});

test('a list of answers that speak of age is none of its files, nor is a text cut off before its end opened', async () => {
  const file = await encryptAge(PASSPHRASE, CONTENT);
  const [begin = '', ...rest] = file.split('\n');
  expect(isArmoredAge(JSON.stringify({ 'Ville ?': [begin], [begin]: ['PARIS'] }, null, 2))).toBe(false);
  expect(isArmoredAge('> '.repeat(MAX_FILE_BYTES / 2))).toBe(false);
  const cutOff = [begin, ...rest.slice(0, 2)].join('\n');
  expect(isArmoredAge(cutOff)).toBe(true);
  await expect(decryptAge(PASSPHRASE, cutOff)).rejects.toMatchObject({ code: 'backup-age-bad' });
});

test('a file for a key is refused as such, and no passphrase is called wrong for it', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
  const file = await encrypter.encrypt(CONTENT);
  for (const form of [file, armor.encode(file)]) {
    await expect(decryptAge(PASSPHRASE, form)).rejects.toMatchObject({ code: 'backup-age-bad' });
  }
});

test('a file that was changed, or asks for too much work, is refused', async () => {
  const file = await encryptAge(PASSPHRASE, CONTENT);
  const lines = file.split('\n');
  const last = lines.findLastIndex((line) => /^[\w+/=]+$/.test(line));
  lines[last] = `${lines[last]?.startsWith('A') ? 'B' : 'A'}${lines[last]?.slice(1)}`;
  await expect(decryptAge(PASSPHRASE, lines.join('\n'))).rejects.toMatchObject({
    code: 'backup-age-bad',
  });
  const greedy = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
  await expect(decryptAge(PASSPHRASE, bytes(greedy))).rejects.toMatchObject({ code: 'backup-age-bad' });
  const list = '{"Ville ?": []}';
  expect([isArmoredAge(list), isBinaryAge(list)]).toEqual([false, false]);
});
