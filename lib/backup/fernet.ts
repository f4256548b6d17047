import { CodedError } from '../errors.ts';

/** Layout of a token (https://github.com/fernet/spec): version, time, IV, ciphertext, HMAC; lengths in bytes. */
const VERSION = 0x80;
const HEADER = 1 + 8;
const IV = 16;
const MAC = 32;
const KEY = 32;

/** A new key as Python's `cryptography` writes it to `.qcm.key`: 32 random bytes in URL-safe base64. */
export function makeFernetKey(): string {
  return encode(crypto.getRandomValues(new Uint8Array(KEY)));
}

/**
 * The Fernet token of `plaintext` under `key` (AES-128-CBC, HMAC-SHA-256), dated `now` in milliseconds since the epoch.
 * Throws `backup-key-bad`.
 */
export async function encryptFernet(
  key: string,
  plaintext: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<string> {
  const { signing, encryption } = await importKey(key);
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, encryption, plaintext);
  const token = new Uint8Array(HEADER + IV + ciphertext.byteLength + MAC);
  token[0] = VERSION;
  new DataView(token.buffer).setBigUint64(1, BigInt(Math.floor(now / 1000)));
  token.set(iv, HEADER);
  token.set(new Uint8Array(ciphertext), HEADER + IV);
  const signed = token.subarray(0, -MAC);
  token.set(new Uint8Array(await crypto.subtle.sign('HMAC', signing, signed)), signed.length);
  return encode(token);
}

/**
 * What a token holds; its age is not judged, since a backup may be old. Throws `backup-key-bad` where the key is none, and
 * `backup-token-bad` where the token is none, was changed, or is another key's.
 */
export async function decryptFernet(key: string, token: string): Promise<Uint8Array<ArrayBuffer>> {
  const { signing, encryption } = await importKey(key);
  const bytes = decode(token);
  if (!bytes || bytes[0] !== VERSION || bytes.length < HEADER + IV + 16 + MAC)
    throw new CodedError('backup-token-bad');
  const signed = bytes.subarray(0, -MAC);
  // Nothing is decrypted that was not signed.
  const isWhole = await crypto.subtle.verify('HMAC', signing, bytes.subarray(-MAC), signed);
  if (!isWhole) throw new CodedError('backup-token-bad');
  const iv = bytes.subarray(HEADER, HEADER + IV);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, encryption, signed.subarray(HEADER + IV)),
    );
  } catch (cause) {
    throw new CodedError('backup-token-bad', { cause });
  }
}

/** Whether a text has the form of a key file's: 32 bytes in base64, on one line. */
export function isFernetKey(text: string): boolean {
  return /^\S{40,50}$/.test(text.trim()) && decode(text)?.length === KEY;
}

/** Whether a text begins as every token does: the version, and a time of this century or the next. */
export function isFernetToken(text: string): boolean {
  const start = text.trimStart().slice(0, 200).replace(/\s/g, '');
  return /^gAAAAA[\w+/-]{80}/.test(start);
}

async function importKey(key: string) {
  const bytes = decode(key);
  if (bytes?.length !== KEY) throw new CodedError('backup-key-bad');
  const [signing, encryption] = await Promise.all([
    crypto.subtle.importKey('raw', bytes.subarray(0, 16), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]),
    crypto.subtle.importKey('raw', bytes.subarray(16), 'AES-CBC', false, ['encrypt', 'decrypt']),
  ]);
  return { signing, encryption };
}

/** URL-safe base64 with its padding (RFC 4648, section 5). */
function encode(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_');
}

/** The bytes of base64 in either alphabet, whatever white space is in it, as Python takes it; null where it is none. */
function decode(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
