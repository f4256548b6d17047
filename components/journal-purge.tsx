import { useState } from 'preact/hooks';
import type { JournalEntry } from '../lib/messages.ts';
import { Choice } from './choice.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { i18n } from './i18n.ts';

const DAY = 24 * 60 * 60 * 1000;
/** In days; what is older can be deleted alone. */
const AGES = [30, 90, 365] as const;

interface Props {
  entries: readonly JournalEntry[];
  /** `before` is in milliseconds since the epoch; null for all. */
  onPurge(before: number | null): void;
}

/** Deletes what is old in the journal, or all of it, once its owner has read how much that is. */
export function JournalPurge({ entries, onPurge }: Props) {
  const [age, setAge] = useState<number | null>(null);
  const before = age === null ? null : Date.now() - age * DAY;
  const count = before === null ? entries.length : entries.filter(({ at }) => at < before).length;
  const ages = AGES.map((days) => ({ value: days, label: i18n.t('journal.purge.older', [days]) }));
  return (
    <div class="journal-purge">
      <Choice
        label={i18n.t('journal.purge.what')}
        options={[{ value: null, label: i18n.t('journal.purge.all') }, ...ages]}
        value={age}
        onChoose={setAge}
      />
      <ConfirmDialog
        label={i18n.t('journal.purge.button', count)}
        disabled={count === 0}
        title={i18n.t('journal.purge.title')}
        text={i18n.t('journal.purge.text', count)}
        confirm={i18n.t('journal.purge.confirm')}
        onConfirm={() => onPurge(before)}
      />
    </div>
  );
}
