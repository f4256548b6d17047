import { useRef } from 'preact/hooks';
import { ChangePassphrase } from './change-passphrase.tsx';
import { focusHeading } from './focus-heading.ts';
import { i18n } from './i18n.ts';
import { LockDelay } from './lock-delay.tsx';
import { SetPassphrase } from './set-passphrase.tsx';
import type { SettingsStore } from './use-settings.ts';
import type { Vault } from './use-vault.ts';

/** What opens the answers: this device by itself, or a passphrase, and then when they are locked again. */
export function PassphraseSection({ vault, settings }: { vault: Vault; settings: SettingsStore }) {
  const isSet = vault.status?.method === 'passphrase';
  const section = useRef<HTMLElement>(null);
  // What was pressed goes, or has nothing to do any more.
  const focus = () => focusHeading(section.current);
  return (
    <section id="phrase" ref={section} class="panel" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">{i18n.t('section.passphrase')}</h2>
      {isSet ? (
        <>
          <p>{i18n.t('lock.isSet')}</p>
          <LockDelay vault={vault} store={settings} />
          <ChangePassphrase vault={vault} onDone={focus} />
        </>
      ) : (
        <SetPassphrase vault={vault} onDone={focus} />
      )}
    </section>
  );
}
