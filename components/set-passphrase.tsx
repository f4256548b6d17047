import { useState } from 'preact/hooks';
import { i18n } from './i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import { useBusy } from './use-busy.ts';
import type { Vault } from './use-vault.ts';

/** From this device's own key to a passphrase. What is lost with a forgotten one is said before. */
export function SetPassphrase({ vault, onDone }: { vault: Vault; onDone(): void }) {
  const [passphrase, setPassphrase] = useState('');
  const { busy, start } = useBusy();
  const set = async () => {
    const say = () => ({ text: i18n.t('lock.done.set'), undo: null });
    if (await vault.change('setPassphrase', { passphrase }, say)) {
      setPassphrase('');
      onDone();
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void start(set);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p>{i18n.t('lock.why')}</p>
      <p class="warning">{i18n.t('lock.forgotten')}</p>
      <PassphraseField
        label={i18n.t('lock.new')}
        hint={i18n.t('lock.newHint')}
        value={passphrase}
        autocomplete="new-password"
        onInput={setPassphrase}
      />
      <StrengthMeter passphrase={passphrase} />
      <button type="submit" class="primary" disabled={passphrase === ''} aria-disabled={busy}>
        {i18n.t('lock.set')}
      </button>
    </form>
  );
}
