import { decryptAge, isAge } from '../lib/backup/age.ts';
import { decryptFernet, isFernetKey, isFernetToken } from '../lib/backup/fernet.ts';
import { inSlices, type Pace } from '../lib/in-slices.ts';
import { pause } from '../lib/pause.ts';
import { decodeBytes, MAX_FILE_BYTES } from '../lib/qcm/decode.ts';
import { type Problem, parseQcmInSteps } from '../lib/qcm/parse.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';

/** A text that could be read, whole or in part. `encoding` is null for text that was pasted. */
export interface QcmSource {
  name: string;
  encoding: string | null;
  entries: QcmEntry[];
  problems: Problem[];
  /** How many more problems there are than those. */
  unlisted: number;
}

export interface Refusal {
  name: string;
  problem: Problem;
}

/** A file that is encrypted, and what would open it. */
export interface LockedFile {
  name: string;
  kind: 'age' | 'fernet';
  bytes: Uint8Array;
}

/** A key that was chosen along with the file it opens. */
export interface KeyFile {
  key: string;
}

/** Reads one chosen file in this page, by what it holds and not by its name. Its size is looked at before its content. */
export async function readQcmFile(
  file: File,
  pace: Pace,
): Promise<QcmSource | Refusal | LockedFile | KeyFile> {
  if (file.size > MAX_FILE_BYTES) {
    return { name: file.name, problem: { line: 1, column: 1, code: 'too-large' } };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isAge(bytes)) return { name: file.name, kind: 'age', bytes };
  const { text, encoding } = decodeBytes(bytes);
  if (isFernetToken(text)) return { name: file.name, kind: 'fernet', bytes };
  if (isFernetKey(text)) return { key: text };
  // To decode it took the page its while already.
  await pause();
  return readQcmText(file.name, text, encoding, pace);
}

/**
 * Opens an encrypted file with its passphrase or key, and reads what it holds. Throws `backup-key-bad`, `backup-token-bad`,
 * `backup-passphrase-wrong`, `backup-age-bad`.
 */
export async function openLockedFile(
  { name, kind, bytes }: LockedFile,
  secret: string,
  pace: Pace,
): Promise<QcmSource | Refusal> {
  const opened =
    kind === 'age'
      ? await decryptAge(secret, bytes)
      : await decryptFernet(secret, new TextDecoder().decode(bytes));
  const { text, encoding } = decodeBytes(opened);
  return readQcmText(name, text, encoding, pace);
}

/** Reads a text that is already one; `name` is what it is called in what the owner is told. */
export async function readQcmText(
  name: string,
  text: string,
  encoding: string | null,
  pace: Pace,
): Promise<QcmSource | Refusal> {
  const parsed = await inSlices(parseQcmInSteps(text), pace);
  if (!parsed.ok) return { name, problem: parsed.problem };
  const { entries, problems, unlisted } = parsed;
  return { name, encoding, entries, problems, unlisted };
}
