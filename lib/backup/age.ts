import { CodedError } from '../errors.ts';

/** The library is large and seldom needed, so it is loaded when it is. */
const load = () => import('age-encryption');

/** How an armored file begins (https://age-encryption.org/v1), and a binary one. */
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
const BINARY = 'age-encryption.org/v1';

/** An age file, armored so that it can be copied as text, which `age --decrypt` opens with the same passphrase. */
export async function encryptAge(passphrase: string, plaintext: string): Promise<string> {
  const { Encrypter, armor } = await load();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return armor.encode(await encrypter.encrypt(plaintext));
}

/**
 * What an age file holds, armored or not. Throws `backup-passphrase-wrong`, or `backup-age-bad` where the file is none,
 * was changed, is for a key instead of a passphrase, or asks for more work than scrypt's 2^20, the library's limit.
 */
export async function decryptAge(passphrase: string, file: Uint8Array): Promise<Uint8Array> {
  const { Decrypter, armor } = await load();
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const text = new TextDecoder('latin1').decode(file);
    return await decrypter.decrypt(text.trimStart().startsWith(ARMOR) ? armor.decode(text.trim()) : file);
  } catch (cause) {
    const isForNobody = cause instanceof Error && cause.message.startsWith('no identity matched');
    throw new CodedError(isForNobody ? 'backup-passphrase-wrong' : 'backup-age-bad', { cause });
  }
}

/** Whether a file begins as one of age's does. */
export function isAge(file: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(file.subarray(0, 100)).trimStart();
  return start.startsWith(ARMOR) || start.startsWith(BINARY);
}
