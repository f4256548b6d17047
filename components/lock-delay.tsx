import { useId } from 'preact/hooks';
import { LOCK_DELAYS } from '../lib/settings.ts';
import { i18n } from './i18n.ts';
import { type SettingsStore, useSettings } from './use-settings.ts';
import type { Vault } from './use-vault.ts';

/** When the answers are locked: now, after a time without use, or at the browser's exit. */
export function LockDelay({ vault, store }: { vault: Vault; store: SettingsStore }) {
  const { settings, change } = useSettings(store);
  const id = useId();
  const choose = async (value: string) => {
    const lockAfter = LOCK_DELAYS.find((delay) => String(delay) === value);
    if (lockAfter === undefined) return;
    await change({ lockAfter });
    await vault.change('renewDeadline', {}, () => ({ text: i18n.t('settings.saved'), undo: null }));
  };
  const lock = () => vault.change('lock', {}, () => ({ text: i18n.t('lock.done.locked'), undo: null }));
  return (
    <>
      <div class="field">
        <label for={id}>{i18n.t('lock.after')}</label>
        <select
          id={id}
          value={String(settings?.lockAfter)}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {LOCK_DELAYS.map((delay) => (
            <option key={String(delay)} value={String(delay)}>
              {delay === null ? i18n.t('lock.atExit') : i18n.t('lock.afterMinutes', delay)}
            </option>
          ))}
        </select>
        <p class="hint">{i18n.t('lock.limits')}</p>
      </div>
      <p class="actions">
        <button type="button" onClick={lock}>
          {i18n.t('lock.now')}
        </button>
      </p>
    </>
  );
}
