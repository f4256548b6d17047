import { i18n } from './i18n.ts';

interface Props {
  found: number;
  selected: number;
  onAll(): void;
  onNone(): void;
  onDelete(): void;
}

/** Selects all that was found, or none, and deletes what is selected. */
export function SelectionBar({ found, selected, onAll, onNone, onDelete }: Props) {
  const isAll = selected === found;
  return (
    <div class="selection">
      <label>
        <input
          type="checkbox"
          checked={isAll}
          indeterminate={selected > 0 && !isAll}
          onChange={isAll ? onNone : onAll}
        />
        {i18n.t('list.selectAll', found)}
      </label>
      <p role="status">{selected > 0 && i18n.t('list.selected', selected)}</p>
      {selected > 0 && (
        <button type="button" class="danger" onClick={onDelete}>
          {i18n.t('list.deleteSelected', selected)}
        </button>
      )}
    </div>
  );
}
