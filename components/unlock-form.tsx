import { useState } from 'preact/hooks';
import { i18n } from './i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { useBusy } from './use-busy.ts';

/** Asks for the passphrase; `waiting` accepted answers will be remembered once it was given. */
export function UnlockForm({
  waiting,
  onUnlock,
}: {
  waiting: number;
  onUnlock(passphrase: string): Promise<boolean>;
}) {
  const [passphrase, setPassphrase] = useState('');
  const { busy, start } = useBusy();
  const submit = (event: Event) => {
    event.preventDefault();
    void start(() => onUnlock(passphrase));
  };
  return (
    <section class="empty" aria-labelledby="unlock-title">
      <h2 id="unlock-title">{i18n.t('vault.locked.title')}</h2>
      <p>{i18n.t('vault.locked.text')}</p>
      {waiting > 0 && <p class="warning">{i18n.t('lock.waiting', waiting)}</p>}
      <form class="stack" onSubmit={submit}>
        <PassphraseField
          label={i18n.t('lock.passphrase')}
          value={passphrase}
          autocomplete="current-password"
          focused
          onInput={setPassphrase}
        />
        <button type="submit" class="primary" disabled={passphrase === ''} aria-disabled={busy}>
          {i18n.t('lock.unlock')}
        </button>
      </form>
    </section>
  );
}
