import { decryptAge, isArmoredAge, isBinaryAge } from '../lib/backup/age.ts';
import { decryptFernet, isFernetKey, isFernetToken } from '../lib/backup/fernet.ts';
import { inSlices, type Pace } from '../lib/in-slices.ts';
import { pause } from '../lib/pause.ts';
import { decodeBytes, MAX_FILE_BYTES } from '../lib/qcm/decode.ts';
import { type Problem, type ProblemCode, parseQcmInSteps } from '../lib/qcm/parse.ts';
import type { Place } from '../lib/qcm/places.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';
import { type ForeignCode, foreignFile } from './foreign-file.ts';

/** A text that could be read, whole or in part. `encoding` is null for text that was pasted. */
export interface QcmSource {
  name: string;
  encoding: string | null;
  entries: QcmEntry[];
  problems: Problem[];
  /** How many more problems there are than those. */
  unlisted: number;
}

export type RefusalCode = ProblemCode | ForeignCode | 'unreadable';

/** A file of which nothing is taken; `place` is null where it is wrong as a whole. */
export interface Refusal {
  name: string;
  code: RefusalCode;
  place: Place | null;
}

/** What is encrypted, as it opens: age's without armor is bytes, all else is text. */
export type LockedFile = { name: string } & (
  | { kind: 'age'; content: string | Uint8Array }
  | { kind: 'fernet'; content: string }
);

/** A key, which opens a file that is chosen along with it, before or after. */
export interface KeyFile {
  key: string;
}

/** Whatever a file or a pasted text turned out to be. */
export type Chosen = QcmSource | Refusal | LockedFile | KeyFile;

/** Reads one chosen file in this page, by what it holds and not by its name. Its size is looked at before its content. */
export async function readQcmFile(file: File, pace: Pace): Promise<Chosen> {
  const { name } = file;
  if (file.size > MAX_FILE_BYTES) return { name, code: 'too-large', place: null };
  // What goes wrong here is the file's: it is a folder, or was moved, or is not for this owner to read.
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return { name, code: 'unreadable', place: null };
  const bytes = new Uint8Array(buffer);
  const { text, encoding } = decodeBytes(bytes);
  if (isBinaryAge(text)) return { name, kind: 'age', content: bytes };
  // To decode it took the page its while already.
  await pause();
  return readText(name, text, encoding, pace);
}

/** Reads a text that was pasted, as if it came by a file; `name` is what it is called in what the owner is told. */
export async function readPasted(name: string, text: string, pace: Pace): Promise<Chosen> {
  return readText(name, text.replace(/^\ufeff/, ''), null, pace);
}

/**
 * Opens an encrypted file with its passphrase or key, and reads what it holds. Throws `backup-key-bad`, `backup-token-bad`,
 * `backup-passphrase-wrong`, `backup-age-bad`.
 */
export async function openLockedFile(
  file: LockedFile,
  secret: string,
  pace: Pace,
): Promise<QcmSource | Refusal> {
  const opened =
    file.kind === 'age' ? await decryptAge(secret, file.content) : await decryptFernet(secret, file.content);
  const { text, encoding } = decodeBytes(opened);
  return readPlain(file.name, text, encoding, pace);
}

/** Reads a decoded text, encrypted or not, without a byte order mark. */
async function readText(name: string, text: string, encoding: string | null, pace: Pace): Promise<Chosen> {
  if (isArmoredAge(text)) return { name, kind: 'age', content: text };
  if (isFernetToken(text)) return { name, kind: 'fernet', content: text };
  if (isFernetKey(text)) return { key: text };
  return readPlain(name, text, encoding, pace);
}

async function readPlain(
  name: string,
  text: string,
  encoding: string | null,
  pace: Pace,
): Promise<QcmSource | Refusal> {
  const foreign = foreignFile(text);
  if (foreign) return { name, code: foreign, place: null };
  const parsed = await inSlices(parseQcmInSteps(text), pace);
  if (!parsed.ok) {
    const { code, ...place } = parsed.problem;
    return { name, code, place };
  }
  const { entries, problems, unlisted } = parsed;
  return { name, encoding, entries, problems, unlisted };
}
