import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { JournalEntry } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';
import { journalWords } from './journal-words.ts';
import type { Vault } from './use-vault.ts';

/** Entries shown at first, and added each time. */
const CHUNK = 20;

/** What the extension did, the newest first; it never holds an answer. */
export function JournalSection({ vault }: { vault: Vault }) {
  const [entries, setEntries] = useState<JournalEntry[]>([]);
  const [shown, setShown] = useState(CHUNK);
  useEffect(() => {
    void vault.attempt('journal', {}).then((read) => read && setEntries(read));
  }, [vault.status]);
  const time = new Intl.DateTimeFormat(i18n.t('language'), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section id="journal" class="panel" aria-labelledby="journal-title">
      <h2 id="journal-title">{i18n.t('section.journal')}</h2>
      <p class="hint">{i18n.t(entries.length > 0 ? 'journal.intro' : 'journal.empty')}</p>
      {entries.length > 0 && (
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
      )}
      {entries.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + CHUNK)}>
          {i18n.t('common.more')}
        </button>
      )}
    </section>
  );
}
