import type { QcmEntry } from './types.ts';

/** What UTF-8 is most often mistaken for: by Python on Windows, and by old Macs. */
const MISTAKEN_FOR = ['windows-1252', 'macintosh'] as const;
/** A text that went through two wrong hands needs two repairs; more than three is no accident. */
const MAX_ROUNDS = 3;

/**
 * The text as it was meant, where it is UTF-8 that was read as another encoding once or more (`rÃ©sidence` for
 * `résidence`); null when it is not, or when that is not certain.
 */
export function repairText(text: string): string | null {
  let repaired: string | null = null;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const better = repairOnce(repaired ?? text);
    if (better === null) break;
    repaired = better;
  }
  return repaired;
}

/** The entries with every text repaired that can be, and how many were; it is for their owner to choose these. */
export function repairEntries(entries: readonly QcmEntry[]): { entries: QcmEntry[]; repaired: number } {
  let repaired = 0;
  const repair = (text: string) => {
    const better = repairText(text);
    if (better !== null) repaired += 1;
    return better ?? text;
  };
  const byQuestion = new Map<string, QcmEntry>();
  for (const entry of entries) {
    const question = repair(entry.question);
    const before = byQuestion.get(question);
    const answers = new Set([...(before?.answers ?? []), ...entry.answers.map(repair)]);
    byQuestion.set(question, {
      question,
      answers: [...answers],
      whole: entry.whole && (before?.whole ?? true),
    });
  }
  return { entries: [...byQuestion.values()], repaired };
}

function repairOnce(text: string): string | null {
  if (!/[^\0-\x7f]/.test(text)) return null;
  for (const encoding of MISTAKEN_FOR) {
    const bytes = encode(text, encoding);
    const decoded = bytes && decodeUtf8(bytes);
    if (decoded && decoded !== text) return decoded;
  }
  return null;
}

/** The bytes that this encoding reads as the text, or null when it cannot have. */
function encode(text: string, encoding: (typeof MISTAKEN_FOR)[number]): Uint8Array | null {
  const table = tableOf(encoding);
  const bytes = [...text].map((character) => table.get(character));
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : null;
}

const tables = new Map<string, Map<string, number>>();

/** Browsers decode these encodings and do not encode them, so each table is turned round once. */
function tableOf(encoding: string): Map<string, number> {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const decoder = new TextDecoder(encoding);
  const table =
    tables.get(encoding) ?? new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  tables.set(encoding, table);
  return table;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
