import { ConfirmDialog } from './confirm-dialog.tsx';
import { i18n } from './i18n.ts';

/** The button that deletes everything, and the question it asks first. */
export function DeleteAllDialog({ count, onConfirm }: { count: number; onConfirm(): void }) {
  return (
    <ConfirmDialog
      label={i18n.t('edit.deleteAll')}
      title={i18n.t('edit.deleteAllTitle')}
      text={i18n.t('edit.deleteAllText', count)}
      confirm={i18n.t('edit.deleteAllConfirm')}
      onConfirm={onConfirm}
    />
  );
}
