import * as v from 'valibot';
import type { JournalEntry } from '../messages.ts';
import { base64Url, fromUtf8, randomBytes, utf8 } from './bytes.ts';
import { JOURNAL_PREFIX } from './layout.ts';
import { type Sealed, seal, unseal } from './seal.ts';
import type { Shelf } from './shelf.ts';

/** Encrypts an entry under an id of its own; ids sort by time. */
export async function sealEntry(key: CryptoKey, entry: JournalEntry): Promise<[id: string, Sealed]> {
  const id = `${journalPrefixAt(entry.at)}:${base64Url(randomBytes(9))}`;
  return [id, await seal(key, 'journal', id, utf8(JSON.stringify(entry)))];
}

/** What the ids of entries made at a time begin with, in milliseconds since the epoch; it sorts after all earlier ids. */
export function journalPrefixAt(at: number): string {
  return `${JOURNAL_PREFIX}${String(at).padStart(15, '0')}`;
}

/** The entries that can be read, the newest first. */
export async function readJournal(shelf: Shelf, key: CryptoKey): Promise<JournalEntry[]> {
  const [stored = []] = await shelf.ranges([JOURNAL_PREFIX]);
  const entries = await Promise.all(stored.map(([id, value]) => unsealEntry(key, id, value)));
  return entries.filter((entry) => entry !== null).reverse();
}

/** The entry stored under `id`, or null where it cannot be read: a journal with a gap is still a journal. */
async function unsealEntry(key: CryptoKey, id: string, stored: unknown): Promise<JournalEntry | null> {
  try {
    return v.parse(entrySchema, JSON.parse(fromUtf8(await unseal(key, 'journal', id, stored))));
  } catch {
    return null;
  }
}

const entrySchema: v.GenericSchema<unknown, JournalEntry> = v.object({
  at: v.number(),
  kind: v.picklist([
    'advice',
    'outcome',
    'import',
    'export',
    'edit',
    'delete',
    'undo',
    'unlock',
    'lock',
    'passphrase',
  ]),
  account: v.nullable(v.string()),
  question: v.nullable(v.string()),
  detail: v.string(),
});
