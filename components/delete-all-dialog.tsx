import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

/** The button that deletes everything, and the question it asks first. Esc says no. */
export function DeleteAllDialog({ count, onConfirm }: { count: number; onConfirm(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" class="quiet" onClick={() => dialog.current?.showModal()}>
        {i18n.t('edit.deleteAll')}
      </button>
      {/* The browser closes a modal dialog on Esc, and gives the focus back to what opened it. */}
      <dialog ref={dialog} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`}>{i18n.t('edit.deleteAllTitle')}</h2>
        <p id={`${id}-text`}>{i18n.t('edit.deleteAllText', count)}</p>
        <form method="dialog" class="actions">
          <button type="submit" class="danger" onClick={onConfirm}>
            {i18n.t('edit.deleteAllConfirm')}
          </button>
          <button type="submit">{i18n.t('common.cancel')}</button>
        </form>
      </dialog>
    </>
  );
}
