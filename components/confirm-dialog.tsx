import { useId, useRef } from 'preact/hooks';
import { i18n } from './i18n.ts';

interface Props {
  /** The button that asks; with `disabled` there is nothing to ask about. */
  label: string;
  disabled?: boolean;
  title: string;
  text: string;
  /** The button that does it. */
  confirm: string;
  onConfirm(): void;
}

/** A button for what deletes a lot, and the question it asks first. Esc says no. */
export function ConfirmDialog({ label, disabled = false, title, text, confirm, onConfirm }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" class="quiet" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      {/* The browser closes a modal dialog on Esc, and gives the focus back to what opened it. */}
      <dialog ref={dialog} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{text}</p>
        <form method="dialog" class="actions">
          <button type="submit" class="danger" onClick={onConfirm}>
            {confirm}
          </button>
          <button type="submit">{i18n.t('common.cancel')}</button>
        </form>
      </dialog>
    </>
  );
}
