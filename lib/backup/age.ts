import { CodedError } from '../errors.ts';

/** The library is large and seldom needed, so it is loaded when it is. */
const load = () => import('age-encryption');

/** The lines around an armored file (https://age-encryption.org/v1), and how a binary one begins. */
const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
const BINARY = 'age-encryption.org/v1';
/** How the header of a file for a passphrase begins; what is for one is for nothing else. */
const FOR_PASSPHRASE = `${BINARY}\n-> scrypt `;

/** An age file, armored so that it can be copied as text, which `age --decrypt` opens with the same passphrase. */
export async function encryptAge(passphrase: string, plaintext: string): Promise<string> {
  const { Encrypter, armor } = await load();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return armor.encode(await encrypter.encrypt(plaintext));
}

/**
 * What an age file holds: its armor, or its bytes where it has none. Throws `backup-passphrase-wrong`, or `backup-age-bad` where the file is none,
 * was changed, is for a key instead of a passphrase, or asks for more work than scrypt's 2^20, the library's limit.
 */
export async function decryptAge(passphrase: string, file: string | Uint8Array): Promise<Uint8Array> {
  const { Decrypter, armor } = await load();
  let isForPassphrase = false;
  try {
    const bytes = typeof file === 'string' ? armor.decode(tidy(file)) : file;
    isForPassphrase = new TextDecoder().decode(bytes.subarray(0, FOR_PASSPHRASE.length)) === FOR_PASSPHRASE;
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return await decrypter.decrypt(bytes);
  } catch (cause) {
    const isUnmatched = cause instanceof Error && cause.message.startsWith('no identity matched');
    throw new CodedError(isForPassphrase && isUnmatched ? 'backup-passphrase-wrong' : 'backup-age-bad', {
      cause,
    });
  }
}

/** Whether there is age's armor in a text: from a line of its own on, which may be quoted, as in a reply to an e-mail. */
export function isArmoredAge(text: string): boolean {
  return ARMORED.test(text);
}

/** Whether a file, read as a text, begins as one of age's without armor does. */
export function isBinaryAge(text: string): boolean {
  return text.startsWith(BINARY);
}

const ARMORED = new RegExp(`^[>\\t \u00a0]*${BEGIN}`, 'm');

/** The armor's own lines, without what an e-mail or an editor put around them. */
function tidy(text: string): string {
  const start = text.search(ARMORED);
  const end = text.indexOf(END, start);
  // What was cut off before its end is for the library to refuse.
  const lines = text.slice(start, end < 0 ? text.length : end + END.length).split(/[\r\n]+/);
  return lines
    .map((line) => line.replace(/^[>\s]+/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
