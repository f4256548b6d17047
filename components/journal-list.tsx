import { useState } from 'preact/hooks';
import type { JournalEntry } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';
import { journalWords } from './journal-words.ts';

/** Entries shown at first, and added each time. */
const CHUNK = 20;

/** Entries of the journal in their order, some at a time. */
export function JournalList({ entries }: { entries: readonly JournalEntry[] }) {
  const [shown, setShown] = useState(CHUNK);
  const time = new Intl.DateTimeFormat(i18n.t('language'), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <ol class="journal">
        {entries.slice(0, shown).map((entry, index) => (
          // Two entries can be alike in everything; their place is what tells them apart.
          <li key={entries.length - index}>
            <time dateTime={new Date(entry.at).toISOString()}>{time.format(entry.at)}</time>
            <span class="journal-words">
              {journalWords(entry)}
              {entry.question !== null && <DataText class="journal-question" text={entry.question} />}
            </span>
            {entry.account !== null && <DataText class="account" text={entry.account} />}
          </li>
        ))}
      </ol>
      {entries.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + CHUNK)}>
          {i18n.t('common.more')}
        </button>
      )}
    </>
  );
}
