import { decodeBytes, MAX_FILE_BYTES } from '../lib/qcm/decode.ts';
import { type Problem, parseQcm } from '../lib/qcm/parse.ts';
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

/** Reads one chosen file in this page. Its size is looked at before its content. */
export async function readQcmFile(file: File): Promise<QcmSource | Refusal> {
  if (file.size > MAX_FILE_BYTES) {
    return { name: file.name, problem: { line: 1, column: 1, code: 'too-large' } };
  }
  const { text, encoding } = decodeBytes(new Uint8Array(await file.arrayBuffer()));
  return readQcmText(file.name, text, encoding);
}

/** Reads a text that is already one; `name` is what it is called in what the owner is told. */
export function readQcmText(name: string, text: string, encoding: string | null): QcmSource | Refusal {
  const parsed = parseQcm(text);
  if (!parsed.ok) return { name, problem: parsed.problem };
  const { entries, problems, unlisted } = parsed;
  return { name, encoding, entries, problems, unlisted };
}
