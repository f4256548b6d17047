import type { JournalEntry } from '../lib/messages.ts';
import { Choice } from './choice.tsx';
import { i18n } from './i18n.ts';
import { JOURNAL_GROUPS, type JournalFilter, type JournalGroup } from './narrow-journal.ts';

const GROUP_KEYS = {
  advice: 'journal.group.advice',
  outcome: 'journal.group.outcome',
  files: 'journal.group.files',
  changes: 'journal.group.changes',
  lock: 'journal.group.lock',
} as const satisfies Record<JournalGroup, string>;

const GROUPS: readonly JournalGroup[] = ['advice', 'outcome', 'files', 'changes', 'lock'];

interface Props {
  /** All there is, whatever the filter leaves of it. */
  entries: readonly JournalEntry[];
  filter: JournalFilter;
  onNarrow(change: Partial<JournalFilter>): void;
}

/** What narrows the journal; only what occurs in it can be chosen. */
export function JournalFilters({ entries, filter, onNarrow }: Props) {
  const any = { value: null, label: i18n.t('list.any') };
  const groups = GROUPS.flatMap((value) => {
    const kinds: readonly string[] = JOURNAL_GROUPS[value];
    const count = entries.filter(({ kind }) => kinds.includes(kind)).length;
    const isThere = count > 0 || value === filter.group;
    return isThere ? [{ value, label: `${i18n.t(GROUP_KEYS[value])} (${count})` }] : [];
  });
  const accounts = [...new Set([...entries.map(({ account }) => account), filter.account])]
    .filter((account) => account !== null)
    .sort();
  return (
    <div class="journal-filters">
      <input
        class="search"
        type="search"
        aria-label={i18n.t('list.search')}
        placeholder={i18n.t('list.search')}
        value={filter.query}
        onInput={(event) => onNarrow({ query: event.currentTarget.value })}
      />
      <div class="filters">
        <Choice
          label={i18n.t('journal.show')}
          options={[any, ...groups]}
          value={filter.group}
          onChoose={(group) => onNarrow({ group })}
        />
        {accounts.length > 0 && (
          <Choice
            label={i18n.t('list.account')}
            options={[any, ...accounts.map((account) => ({ value: account, label: account }))]}
            value={filter.account}
            onChoose={(account) => onNarrow({ account })}
          />
        )}
      </div>
    </div>
  );
}
