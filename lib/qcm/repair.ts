import { isBlank } from '../health/is-blank.ts';
import { finish, type Steps } from './steps.ts';
import type { QcmEntry } from './types.ts';

/** What UTF-8 is most often mistaken for: by Python on Windows (ISO-8859-1 is within it here), and by old Macs. */
const MISTAKEN_FOR = ['windows-1252', 'macintosh'] as const;
/** A text that went through two wrong hands needs two repairs; more than three is no accident. */
const MAX_ROUNDS = 3;
/** Takes about a millisecond. */
const CHARACTERS_AT_ONCE = 3_000;

/**
 * The text as it was meant, where it is UTF-8 that was read as another encoding once or more (`rÃ©sidence` for
 * `résidence`); null when it is not, or when that is not certain.
 */
export function repairText(text: string): string | null {
  let repaired: string | null = null;
  let latest = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const better = repairOnce(latest);
    if (better === null) break;
    latest = better;
    // On the way to a text there may be control characters; none that was meant has any. What would show nothing any more
    // stays as it was, for its owner to see.
    if (!C1_CONTROL.test(better) && !isBlank(better)) repaired = better;
  }
  return repaired;
}

/** Entries with every text repaired that can be. */
export interface Repaired {
  entries: QcmEntry[];
  /** How many texts were. */
  repaired: number;
  /** The first of them as it was, and as it is now. */
  example: { before: string; after: string } | null;
}

/**
 * The entries of one file with every text repaired that can be; it is for their owner to choose these. Where a repaired
 * question meets another that reads the same, their answers are put together; one that comes again has its last place.
 */
export function repairEntries(entries: readonly QcmEntry[]): Repaired {
  return finish(repairEntriesInSteps(entries));
}

/** The same in steps of about a millisecond. */
export function* repairEntriesInSteps(entries: readonly QcmEntry[]): Steps<Repaired> {
  const repaired: Repaired = { entries: [], repaired: 0, example: null };
  let looked = 0;
  const repair = (before: string) => {
    looked += before.length;
    const after = repairText(before);
    if (after === null) return before;
    repaired.repaired += 1;
    repaired.example ??= { before, after };
    return after;
  };
  const byQuestion = new Map<string, QcmEntry>();
  for (const [index, entry] of entries.entries()) {
    const question = repair(entry.question);
    const before = byQuestion.get(question);
    const answers = new Set(before?.answers);
    for (const before of entry.answers) {
      const answer = repair(before);
      answers.delete(answer);
      answers.add(answer);
      // One question can have a thousand long answers.
      if (looked < CHARACTERS_AT_ONCE) continue;
      looked = 0;
      yield index / entries.length;
    }
    byQuestion.set(question, {
      question,
      answers: [...answers],
      whole: entry.whole && (before?.whole ?? true),
    });
  }
  repaired.entries = [...byQuestion.values()];
  return repaired;
}

const C1_CONTROL = /[\u0080-\u009f]/;

/** Beyond ASCII, UTF-8 takes two bytes or more: a character by itself is none that was misread. */
const LONE = /(?<![^\0-\x7f])[^\0-\x7f](?![^\0-\x7f])/;

function repairOnce(text: string): string | null {
  if (!/[^\0-\x7f]/.test(text) || LONE.test(text)) return null;
  for (const encoding of MISTAKEN_FOR) {
    const bytes = encode(text, encoding);
    // What is not UTF-8 shows as U+FFFD, which no repair may give.
    const decoded = bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (decoded && [...decoded].every(isExpected)) return decoded;
  }
  return null;
}

/**
 * Whether a repair may give this character. Sound French can pass for UTF-8 by chance: `l’é` in Mac Roman for an
 * Armenian letter, `É…` in Windows-1252 for a phonetic one. So a repair is certain only when it gives what the two
 * encodings themselves hold, an accented Latin letter (Latin Extended-A), an accent of its own, as a Mac's files have
 * them, or the narrow space of French typography; nothing that people write turns into those by chance.
 */
function isExpected(character: string): boolean {
  return (
    /[\0-\x7f\u0100-\u017f\u202f]|[\u0300-\u036f]/.test(character) ||
    MISTAKEN_FOR.some((encoding) => tableOf(encoding).has(character))
  );
}

/** The bytes that this encoding reads as the text, or null when it cannot have. */
function encode(text: string, encoding: (typeof MISTAKEN_FOR)[number]): Uint8Array | null {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const byte = table.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/**
 * Browsers decode these encodings and do not encode them, so each table is turned round, once. ISO-8859-1, which is what
 * `atob` gives and what Python takes a reply without a charset for, is Windows-1252 but for the control characters from
 * 0x80 to 0x9f, so that table takes these too.
 */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const characters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const table = new Map([...characters].map((character, byte) => [character, byte]));
  if (encoding === 'windows-1252')
    for (let byte = 0x80; byte < 0xa0; byte += 1) table.set(String.fromCharCode(byte), byte);
  tables.set(encoding, table);
  return table;
}
