import { fold } from '../lib/challenge/fold.ts';
import type { JournalEntry } from '../lib/messages.ts';

/** The kinds of entries that are filtered by, and what falls under each. */
export const JOURNAL_GROUPS = {
  advice: ['advice'],
  outcome: ['outcome'],
  files: ['import', 'export'],
  changes: ['edit', 'delete', 'undo'],
  lock: ['unlock', 'lock', 'passphrase'],
} as const satisfies Record<string, readonly JournalEntry['kind'][]>;
export type JournalGroup = keyof typeof JOURNAL_GROUPS;

/** What the journal is narrowed to; null leaves it as wide as it is. */
export interface JournalFilter {
  query: string;
  group: JournalGroup | null;
  account: string | null;
}

export const WHOLE_JOURNAL: JournalFilter = { query: '', group: null, account: null };

/** The entries that a filter leaves, in their order; questions are searched without regard to accents or case. */
export function narrowJournal(
  entries: readonly JournalEntry[],
  { query, group, account }: JournalFilter,
): JournalEntry[] {
  const wanted = fold(query);
  const kinds: readonly string[] | null = group && JOURNAL_GROUPS[group];
  return entries.filter(
    (entry) =>
      (kinds === null || kinds.includes(entry.kind)) &&
      (account === null || entry.account === account) &&
      (wanted === '' || fold(entry.question ?? '').includes(wanted)),
  );
}
