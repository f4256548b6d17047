import { utf8 } from './bytes.ts';

/** The length of the vault key in bytes. */
export const VAULT_KEY_BYTES = 32;

/** What is derived from the vault key; no key of these can be taken out of the browser's hands. */
export interface VaultKeys {
  /** HMAC-SHA-256, for the blind index. */
  index: CryptoKey;
  /** AES-256-GCM, for records and journal. */
  records: CryptoKey;
}

/** Derives the vault's keys from the 256-bit vault key, by HKDF-SHA-256 (RFC 5869) with a name of its own for each. */
export async function deriveKeys(vaultKey: Uint8Array<ArrayBuffer>): Promise<VaultKeys> {
  const source = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey']);
  const derive = (name: string, algorithm: AesKeyGenParams | HmacImportParams, usages: KeyUsage[]) => {
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(`memo-qcm/v1/${name}`) };
    return crypto.subtle.deriveKey(hkdf, source, algorithm, false, usages);
  };
  const [index, records] = await Promise.all([
    derive('index', { name: 'HMAC', hash: 'SHA-256', length: 256 } as HmacImportParams, ['sign']), // length: the DOM's type forgets it
    derive('records', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
  ]);
  return { index, records };
}
