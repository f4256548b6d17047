import { expect, test } from 'vitest';
import {
  decryptFernet,
  encryptFernet,
  isFernetKey,
  isFernetToken,
  makeFernetKey,
} from '../../../lib/backup/fernet.ts';
import { python } from './tools.ts';

/** The specification's own example (https://github.com/fernet/spec, `verify.json`). */
const KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const TOKEN =
  'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);

test('opens the token of the specification', async () => {
  expect(text(await decryptFernet(KEY, TOKEN))).toBe('hello');
});

test('opens what it wrote itself, whatever its length', async () => {
  const key = makeFernetKey();
  for (const content of ['', 'é', 'x'.repeat(15), 'x'.repeat(16), 'y'.repeat(5000)]) {
    const token = await encryptFernet(key, bytes(content), Date.UTC(2026, 10, 23));
    expect(isFernetToken(token)).toBe(true);
    expect(text(await decryptFernet(key, token))).toBe(content);
  }
  expect(isFernetKey(key)).toBe(true);
});

test('takes either alphabet, and lines of any length, as Python does', async () => {
  const standard = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/');
  const lines = (text: string, width: number) => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
  expect(isFernetKey(` ${standard(KEY)}\n`)).toBe(true);
  for (const width of [16, 64, 76]) {
    const token = ` ${lines(standard(TOKEN), width)}\n`;
    expect(isFernetToken(token)).toBe(true);
    expect(text(await decryptFernet(lines(standard(KEY), width), token))).toBe('hello');
  }
});

test('a sentence is no key', () => {
  const sentence = 'Voici tous les mots que nous avions a vous dire sur la';
  expect(sentence.replaceAll(' ', '')).toHaveLength(43);
  expect(isFernetKey(sentence)).toBe(false);
});

test('refuses every token that was changed in one place', async () => {
  const whole = Uint8Array.from(atob(TOKEN.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
  for (let place = 0; place < whole.length; place += 1) {
    const changed = whole.with(place, (whole[place] ?? 0) ^ 1);
    const token = btoa(String.fromCharCode(...changed))
      .replaceAll('+', '-')
      .replaceAll('/', '_');
    await expect(decryptFernet(KEY, token)).rejects.toMatchObject({ code: 'backup-token-bad' });
  }
});

test.each(['', 'gAAAAA', 'not a token', TOKEN.slice(0, 60), `${TOKEN}AAAA`])(
  'refuses “%s”',
  async (token) => {
    await expect(decryptFernet(KEY, token)).rejects.toMatchObject({ code: 'backup-token-bad' });
  },
);

test.each(['', 'short', `${KEY}AAAA`, 'é'.repeat(44)])('refuses “%s” as a key', async (key) => {
  await expect(decryptFernet(key, TOKEN)).rejects.toMatchObject({ code: 'backup-key-bad' });
  expect(isFernetKey(key)).toBe(false);
});

test('another key opens nothing', async () => {
  await expect(decryptFernet(makeFernetKey(), TOKEN)).rejects.toMatchObject({ code: 'backup-token-bad' });
});

test('Python’s cryptography opens what it wrote, and it what Python wrote', async () => {
  const key = makeFernetKey();
  const content = '{"Quelle est votre ville de résidence\u202f?": ["PARIS"]}';
  const token = await encryptFernet(key, bytes(content), Date.now());
  const program = `
import sys, json
from cryptography.fernet import Fernet
key, token = json.load(sys.stdin)
opened = Fernet(key).decrypt(token.encode())
json.dump([opened.decode(), Fernet(key).encrypt(opened + b'!').decode()], sys.stdout)`;
  const [opened, theirs] = JSON.parse(python(program, JSON.stringify([key, token]))) as [string, string];
  expect(opened).toBe(content);
  expect(text(await decryptFernet(key, theirs))).toBe(`${content}!`);
});
