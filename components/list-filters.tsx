import { countByAccount } from '../lib/challenge/count-by-account.ts';
import { type Entry, type Filter, SORTS, type Sort } from './arrange.ts';
import { Choice } from './choice.tsx';
import { i18n } from './i18n.ts';
import { STATUSES } from './status-chip.tsx';

const SORT_KEYS = {
  added: 'list.sort.added',
  newest: 'list.sort.newest',
  question: 'list.sort.question',
  account: 'list.sort.account',
  confirmed: 'list.sort.confirmed',
  used: 'list.sort.used',
} as const satisfies Record<Sort, string>;

interface Props {
  /** All there is, whatever the filter leaves of it. */
  entries: readonly Entry[];
  filter: Filter;
  by: Sort;
  onNarrow(change: Partial<Filter>): void;
  onSort(by: Sort): void;
}

/** What narrows the list and orders it; only what occurs in the list can be chosen. */
export function ListFilters({ entries, filter, by, onNarrow, onSort }: Props) {
  const accounts = countByAccount(entries.map(({ question }) => question));
  const any = { value: null, label: i18n.t('list.any') };
  const statuses = STATUSES.map(({ status, key }) => {
    const count = entries.filter((entry) => entry.status === status).length;
    return { value: status, label: `${i18n.t(key)} (${count})`, count };
  });
  return (
    <div class="filters">
      <Choice
        label={i18n.t('list.status')}
        options={[any, ...statuses.filter(({ value, count }) => count > 0 || value === filter.status)]}
        value={filter.status}
        onChoose={(status) => onNarrow({ status })}
      />
      {(accounts.length > 1 || filter.account !== null) && (
        <Choice
          label={i18n.t('list.account')}
          options={[
            any,
            ...accounts.map(({ account, questions }) => ({
              value: { is: account },
              label: `${account ?? i18n.t('common.commonToAll')} (${questions})`,
            })),
          ]}
          value={filter.account}
          onChoose={(account) => onNarrow({ account })}
        />
      )}
      <Choice
        label={i18n.t('list.sortBy')}
        options={SORTS.map((value) => ({ value, label: i18n.t(SORT_KEYS[value]) }))}
        value={by}
        onChoose={onSort}
      />
    </div>
  );
}
