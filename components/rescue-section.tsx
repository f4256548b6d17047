import { useId, useRef, useState } from 'preact/hooks';
import { downloadText } from './download-text.ts';
import { focusHeading } from './focus-heading.ts';
import { i18n } from './i18n.ts';
import { RequiredPassphrase } from './required-passphrase.tsx';
import { useBusy } from './use-busy.ts';
import type { Vault } from './use-vault.ts';

/**
 * For what cannot be read, or be unlocked any more: hands out all that is stored, encrypted as it is, and lets its owner
 * begin anew, with a passphrase where the browser refuses its database. Nothing is deleted before that is confirmed.
 */
export function RescueSection({ vault }: { vault: Vault }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const needsPassphrase = vault.status?.place === 'mirror';
  const { busy, start } = useBusy();
  const save = async () => {
    const raw = await vault.attempt('exportRaw', {});
    if (raw) downloadText('memo-qcm-raw.json', raw.text);
  };
  const startOver = async () => {
    const say = () => ({ text: i18n.t('rescue.done'), undo: null });
    // This goes with what it was for.
    if (await vault.change('startOver', needsPassphrase ? { passphrase } : {}, say)) focusHeading();
  };
  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t('rescue.title')}</h2>
      <p class="hint">{i18n.t('rescue.text')}</p>
      <p class="actions">
        <button type="button" aria-disabled={busy} onClick={() => start(save)}>
          {i18n.t('rescue.save')}
        </button>
        <button type="button" class="quiet" onClick={() => dialog.current?.showModal()}>
          {i18n.t('rescue.startOver')}
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby={`${id}-ask`} aria-describedby={`${id}-lost`}>
        <h2 id={`${id}-ask`}>{i18n.t('rescue.ask')}</h2>
        <p id={`${id}-lost`}>{i18n.t('rescue.lost')}</p>
        <form method="dialog" class="stack">
          {needsPassphrase && <RequiredPassphrase value={passphrase} onInput={setPassphrase} />}
          <p class="actions">
            <button
              type="submit"
              class="danger"
              disabled={needsPassphrase && passphrase === ''}
              aria-disabled={busy}
              onClick={() => start(startOver)}
            >
              {i18n.t('rescue.confirm')}
            </button>
            <button type="submit">{i18n.t('common.cancel')}</button>
          </p>
        </form>
      </dialog>
    </section>
  );
}
