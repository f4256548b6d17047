import * as v from 'valibot';
import { CodedError } from '../errors.ts';
import { bytesSchema, randomBytes, utf8 } from './bytes.ts';

/** The version of a sealed value; one that is newer than this code is left alone. */
export const FORMAT_VERSION = 1;
/** AES-GCM's nonce in bytes: 96 bits, random and fresh for each encryption (NIST SP 800-38D, section 8.2.2). */
const NONCE_BYTES = 12;
/** The authentication tag that ends a ciphertext, in bytes. */
const TAG_BYTES = 16;

/** What a ciphertext is for; one made for a purpose never opens for another. */
export type Purpose = 'record' | 'journal' | 'wrap-device' | 'wrap-passphrase';

/** An encrypted value as it is stored. */
export type Sealed = v.InferOutput<typeof sealedSchema>;

export const sealedSchema = v.strictObject({
  v: v.literal(FORMAT_VERSION),
  nonce: bytesSchema(NONCE_BYTES, NONCE_BYTES),
  ciphertext: bytesSchema(TAG_BYTES, Number.POSITIVE_INFINITY),
});

/**
 * Encrypts with AES-256-GCM under a fresh nonce. The ciphertext is bound to the format's version, the purpose, and the
 * `id` that it is stored under, so that it opens nowhere else.
 */
export async function seal(
  key: CryptoKey,
  purpose: Purpose,
  id: string,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const nonce = randomBytes(NONCE_BYTES);
  const ciphertext = await crypto.subtle.encrypt(parameters(nonce, purpose, id), key, plaintext);
  return { v: FORMAT_VERSION, nonce, ciphertext: new Uint8Array(ciphertext) };
}

/**
 * The plaintext of a sealed value. Throws `record-damaged` for what is not one, was changed in any bit, or was sealed
 * for another purpose or id; `vault-newer` for a format that this code does not know.
 */
export async function unseal(
  key: CryptoKey,
  purpose: Purpose,
  id: string,
  stored: unknown,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!v.is(sealedSchema, stored))
    throw new CodedError(v.is(newerSchema, stored) ? 'vault-newer' : 'record-damaged');
  const { nonce, ciphertext } = stored;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, purpose, id), key, ciphertext));
  } catch (cause) {
    throw new CodedError('record-damaged', { cause });
  }
}

const newerSchema = v.object({ v: v.pipe(v.number(), v.safeInteger(), v.minValue(FORMAT_VERSION + 1)) });

function parameters(nonce: Uint8Array<ArrayBuffer>, purpose: Purpose, id: string): AesGcmParams {
  const additionalData = utf8(JSON.stringify(['memo-qcm', FORMAT_VERSION, purpose, id]));
  return { name: 'AES-GCM', iv: nonce, additionalData, tagLength: TAG_BYTES * 8 };
}
