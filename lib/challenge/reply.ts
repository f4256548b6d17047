import type { Challenge } from './challenge.ts';

/** More propositions than this is no question of EcoleDirecte's, which offers 5 to 12. */
const MAX_PROPOSITIONS = 40;
/** Longer texts are none that a page could show as a question or an option. */
const MAX_TEXT = 2_000;

/**
 * The challenge in a reply of `doubleauth.awp?verbe=get`, `{code: 200, data: {question, propositions}}` with every text
 * in base64 of UTF-8; null when the reply is anything else, or when one of its texts does not decode.
 */
export function readChallenge(reply: unknown): Challenge | null {
  if (!isObject(reply) || reply.code !== 200 || !isObject(reply.data)) return null;
  const { question, propositions } = reply.data;
  if (!Array.isArray(propositions) || propositions.length === 0 || propositions.length > MAX_PROPOSITIONS)
    return null;
  const texts = [question, ...propositions].map(decodeText);
  if (!texts.every((text) => text !== null)) return null;
  const [decodedQuestion = '', ...decodedPropositions] = texts;
  return { question: decodedQuestion, propositions: decodedPropositions };
}

/**
 * The outcome in a reply of `doubleauth.awp?verbe=post`: accepted is code 200 with a proof of device (its presence is
 * looked at, never its value). Null when the reply is not one of EcoleDirecte's.
 */
export function readOutcome(reply: unknown): { accepted: boolean; code: number } | null {
  if (!isObject(reply) || typeof reply.code !== 'number') return null;
  const accepted = reply.code === 200 && isObject(reply.data) && 'cn' in reply.data && 'cv' in reply.data;
  return { accepted, code: reply.code };
}

/** Whether a reply of `login.awp` asks for a code of an app (TOTP), with which no question comes. */
export function isTotp(reply: unknown): boolean {
  return isObject(reply) && isObject(reply.data) && reply.data.totp === true;
}

/** The proposition in the body of `verbe=post`, `data={"choix":"<base64>"}`; null when there is none. */
export function readChoice(body: string): string | null {
  try {
    const data = /^\s*\{/.test(body) ? body : new URLSearchParams(body).get('data');
    const parsed: unknown = JSON.parse(data ?? '');
    if (!isObject(parsed) || typeof parsed.choix !== 'string') return null;
    // A client that does not escape the body sends a bare `+`, which reads as a space.
    return decodeText(parsed.choix.replaceAll(' ', '+'));
  } catch {
    return null;
  }
}

/** The text behind base64 of UTF-8 (RFC 4648, RFC 3629), or null when it is not that, is empty, or is too long. */
export function decodeText(encoded: unknown): string | null {
  if (typeof encoded !== 'string') return null;
  try {
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() !== '' && text.length <= MAX_TEXT ? text : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
