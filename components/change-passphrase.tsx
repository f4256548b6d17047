import { useState } from 'preact/hooks';
import { i18n } from './i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import { useBusy } from './use-busy.ts';
import type { Vault } from './use-vault.ts';

/** Another passphrase in place of the current one, or none any more where that can be; both ask for the current one. */
export function ChangePassphrase({ vault, onDone }: { vault: Vault; onDone(): void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const finish = () => {
    setCurrent('');
    setNext('');
    onDone();
  };
  const { busy, start } = useBusy();
  // Where the browser refuses its database there is nowhere to keep a key that this device has by itself.
  const isRemovable = vault.status?.place === 'database';
  const change = async () => {
    const say = () => ({ text: i18n.t('lock.done.changed'), undo: null });
    if (await vault.change('changePassphrase', { current, next }, say)) finish();
  };
  const remove = async () => {
    const say = () => ({ text: i18n.t('lock.done.removed'), undo: null });
    if (await vault.change('removePassphrase', { current }, say)) finish();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void start(change);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{i18n.t(isRemovable ? 'lock.changeTitle' : 'lock.change')}</h3>
      <PassphraseField
        label={i18n.t('lock.current')}
        value={current}
        autocomplete="current-password"
        onInput={setCurrent}
      />
      <PassphraseField
        label={i18n.t('lock.new')}
        hint={i18n.t('lock.newHint')}
        value={next}
        autocomplete="new-password"
        onInput={setNext}
      />
      <StrengthMeter passphrase={next} />
      <p class="actions">
        <button type="submit" disabled={current === '' || next === ''} aria-disabled={busy}>
          {i18n.t('lock.change')}
        </button>
        {isRemovable && (
          <button
            type="button"
            class="quiet"
            disabled={current === ''}
            aria-disabled={busy}
            onClick={() => start(remove)}
          >
            {i18n.t('lock.remove')}
          </button>
        )}
      </p>
      {isRemovable && <p class="hint">{i18n.t('lock.removeHint')}</p>}
    </form>
  );
}
