import { fold } from '../challenge/fold.ts';
import type { Subject } from '../challenge/remember.ts';
import { base64Url, utf8 } from './bytes.ts';
import { RECORD_PREFIX } from './layout.ts';

/**
 * Where all records of a question that fold alike stand, for one account: the common beginning of their ids. It is an
 * HMAC-SHA-256 (RFC 2104) of account and folded question, and says neither to who has no key.
 */
export async function idPrefixOf(index: CryptoKey, { account, question }: Subject): Promise<string> {
  return `${RECORD_PREFIX}${await tag(index, 'folded', account, fold(question))}:`;
}

/** The id of a record: its prefix, then an HMAC of account and exact question. */
export async function idOf(index: CryptoKey, subject: Subject): Promise<string> {
  const [prefix, exact] = await Promise.all([
    idPrefixOf(index, subject),
    tag(index, 'exact', subject.account, subject.question),
  ]);
  return prefix + exact;
}

/** JSON keeps the parts apart: no two different lists of texts are written alike. */
async function tag(index: CryptoKey, ...parts: (string | null)[]): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.sign('HMAC', index, utf8(JSON.stringify(parts)))));
}
