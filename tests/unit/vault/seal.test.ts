import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../lib/vault/bytes.ts';
import { deriveKeys } from '../../../lib/vault/keys.ts';
import { seal, unseal } from '../../../lib/vault/seal.ts';

let key: CryptoKey;
beforeAll(async () => {
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
});

const text = 'PARIS';
const sealed = () => seal(key, 'record', 'q:1', utf8(text));
const refusal = { code: 'record-damaged' };

describe('a sealed value', () => {
  it('opens for the purpose and the id that it was sealed for', async () => {
    expect(new TextDecoder().decode(await unseal(key, 'record', 'q:1', await sealed()))).toBe(text);
  });

  it('opens for no other purpose, id or key', async () => {
    const value = await sealed();
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    await expect(unseal(key, 'journal', 'q:1', value)).rejects.toMatchObject(refusal);
    await expect(unseal(key, 'record', 'q:2', value)).rejects.toMatchObject(refusal);
    await expect(unseal(other as CryptoKey, 'record', 'q:1', value)).rejects.toMatchObject(refusal);
  });

  it('does not open with any byte of nonce, ciphertext or tag changed', async () => {
    const value = await sealed();
    for (const part of ['nonce', 'ciphertext'] as const) {
      for (let place = 0; place < value[part].length; place += 1) {
        const changed = structuredClone(value);
        changed[part][place] = (changed[part][place] ?? 0) ^ 1;
        await expect(unseal(key, 'record', 'q:1', changed)).rejects.toMatchObject(refusal);
      }
    }
  });

  it.each([
    null,
    undefined,
    'text',
    1,
    {},
    { v: 1 },
    { v: 1, nonce: new Uint8Array(11), ciphertext: new Uint8Array(20) },
  ])('is not %j', async (stored) => {
    await expect(unseal(key, 'record', 'q:1', stored)).rejects.toMatchObject(refusal);
  });

  it('of a later format is told from a damaged one', async () => {
    await expect(unseal(key, 'record', 'q:1', { v: 2 })).rejects.toMatchObject({ code: 'vault-newer' });
  });

  it('has a nonce of its own each of 10,000 times', async () => {
    const values = await Promise.all(Array.from({ length: 10_000 }, sealed));
    expect(new Set(values.map(({ nonce }) => Buffer.from(nonce).toString('hex'))).size).toBe(10_000);
  });
});

it('derives keys that cannot be taken out, and the same ones each time', async () => {
  const vaultKey = new Uint8Array(32).fill(7);
  const [one, other] = [await deriveKeys(vaultKey), await deriveKeys(vaultKey)];
  await expect(crypto.subtle.exportKey('raw', one.records)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('raw', one.index)).rejects.toThrow();
  const value = await seal(one.records, 'record', 'q:1', utf8(text));
  await expect(unseal(other.records, 'record', 'q:1', value)).resolves.toEqual(utf8(text));
  // HKDF-SHA-256 of 32 bytes of 7, no salt, info "memo-qcm/v1/index", then HMAC-SHA-256 of "x": computed apart, with node:crypto.
  const { createHmac, hkdfSync } = await import('node:crypto');
  const expected = createHmac(
    'sha256',
    Buffer.from(hkdfSync('sha256', vaultKey, '', 'memo-qcm/v1/index', 32)),
  )
    .update('x')
    .digest('hex');
  const actual = Buffer.from(await crypto.subtle.sign('HMAC', one.index, utf8('x'))).toString('hex');
  expect(actual).toBe(expected);
});
