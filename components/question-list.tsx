import { useRef } from 'preact/hooks';
import type { QuestionSummary } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import { ListFilters } from './list-filters.tsx';
import { moveBetweenRows } from './move-between-rows.ts';
import { QuestionRow, type RowActions } from './question-row.tsx';
import type { QuestionStatus } from './question-status.ts';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useList } from './use-list.ts';
import { useSelection } from './use-selection.ts';

interface Props extends Omit<RowActions, 'onDelete'> {
  questions: readonly QuestionSummary[];
  /** For the popup: the search has the focus at once, and there is nothing to select. */
  compact: boolean;
  /** What is searched for at first, and who hears of what is searched for then. */
  query: string;
  /** What it is narrowed to at first; null for nothing. */
  status: QuestionStatus | null;
  onQuery(query: string): void;
  /** Returns whether they were deleted. */
  onDelete(ids: string[]): Promise<boolean>;
}

/** The remembered questions: searched, filtered, sorted, and each with what can be done with it. */
export function QuestionList({ questions, compact, query, status, onQuery, onDelete, ...actions }: Props) {
  const list = useList(questions, query, status);
  const selection = useSelection(list.found);
  const rows = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { found, filter, narrowTo } = list;

  const narrow = (change: Partial<typeof filter>) => {
    narrowTo(change);
    if (change.query !== undefined) onQuery(change.query);
  };
  const showAll = () => {
    list.showAll();
    onQuery('');
    search.current?.focus();
  };
  // What had the focus goes with its row, or its form; a row that stays takes the focus back.
  const thenFocusRows = async (work: Promise<boolean>) => {
    const isDone = await work;
    if (isDone) rows.current?.focus();
    return isDone;
  };

  return (
    <div class="answers">
      <SearchField
        input={search}
        query={filter.query}
        focused={compact}
        onQuery={(text) => narrow({ query: text })}
        onDown={() => rows.current?.querySelector<HTMLElement>('.row')?.focus()}
      />
      <ListFilters
        entries={list.entries}
        filter={filter}
        by={list.by}
        onNarrow={narrow}
        onSort={list.sortBy}
      />
      <p class="count" role="status">
        {i18n.t('list.found', found.length)}
      </p>
      {found.length === 0 && (
        <div class="empty">
          <p>{filter.query === '' ? i18n.t('list.noMatch') : i18n.t('list.noResult', [filter.query])}</p>
          <button type="button" onClick={showAll}>
            {i18n.t('list.clear')}
          </button>
        </div>
      )}
      {!compact && found.length > 0 && (
        <SelectionBar
          found={found.length}
          selected={selection.selected.length}
          onAll={selection.selectAll}
          onNone={selection.selectNone}
          onDelete={() => thenFocusRows(onDelete(selection.selected))}
        />
      )}
      <ul
        class="rows"
        ref={rows}
        tabIndex={-1}
        aria-label={i18n.t('section.answers')}
        onKeyDown={(event) => moveBetweenRows(event, search.current)}
      >
        {list.visible.map((entry) => (
          <QuestionRow
            key={entry.question.id}
            entry={entry}
            by={list.by}
            selection={
              compact
                ? null
                : {
                    isSelected: selection.isSelected(entry.question.id),
                    onSelect: (isSelected) => selection.select(entry.question.id, isSelected),
                  }
            }
            actions={{
              ...actions,
              onDelete: (id) => thenFocusRows(onDelete([id])),
              onSave: (request) => thenFocusRows(actions.onSave(request)),
            }}
          />
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" class="more" onClick={list.showMore}>
          {i18n.t('common.more')}
        </button>
      )}
    </div>
  );
}
