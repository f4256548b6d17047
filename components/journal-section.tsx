import { useEffect, useRef, useState } from 'preact/hooks';
import type { JournalEntry } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import { JournalFilters } from './journal-filters.tsx';
import { JournalList } from './journal-list.tsx';
import { JournalPurge } from './journal-purge.tsx';
import { narrowJournal, WHOLE_JOURNAL } from './narrow-journal.ts';
import type { Vault } from './use-vault.ts';

/** What the extension did, the newest first; it never holds an answer. */
export function JournalSection({ vault }: { vault: Vault }) {
  const [entries, setEntries] = useState<JournalEntry[]>([]);
  const [filter, setFilter] = useState(WHOLE_JOURNAL);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void vault.attempt('journal', {}).then((read) => read && setEntries(read));
  }, [vault.status]);
  const found = narrowJournal(entries, filter);
  const purge = async (before: number | null) => {
    const say = ({ purged }: { purged: number }) => ({
      text: i18n.t('journal.purge.done', purged),
      undo: null,
    });
    // The button that was pressed goes with what it deleted.
    if (await vault.change('purgeJournal', { before }, say)) heading.current?.focus();
  };
  return (
    <section id="journal" class="panel" aria-labelledby="journal-title">
      <h2 id="journal-title" ref={heading} tabIndex={-1}>
        {i18n.t('section.journal')}
      </h2>
      <p class="hint">{i18n.t(entries.length > 0 ? 'journal.intro' : 'journal.empty')}</p>
      {entries.length > 0 && (
        <>
          <JournalFilters
            entries={entries}
            filter={filter}
            onNarrow={(change) => setFilter({ ...filter, ...change })}
          />
          <p class="count" role="status">
            {i18n.t('journal.found', found.length)}
          </p>
          {found.length === 0 && (
            <div class="empty">
              <p>{i18n.t('journal.noMatch')}</p>
              <button type="button" onClick={() => setFilter(WHOLE_JOURNAL)}>
                {i18n.t('list.clear')}
              </button>
            </div>
          )}
          <JournalList key={JSON.stringify(filter)} entries={found} />
          <JournalPurge entries={entries} onPurge={purge} />
        </>
      )}
    </section>
  );
}
