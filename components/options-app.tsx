import { useEffect } from 'preact/hooks';
import type { SiteAccess } from '../lib/site-access.ts';
import { AccessCard } from './access-card.tsx';
import { ErrorAlert } from './error-alert.tsx';
import { FirstRun } from './first-run.tsx';
import { i18n } from './i18n.ts';
import { NoticeBar } from './notice-bar.tsx';
import { RescueSection } from './rescue-section.tsx';
import { SectionNav } from './section-nav.tsx';
import { useSection } from './use-section.ts';
import type { SettingsStore } from './use-settings.ts';
import type { Vault } from './use-vault.ts';
import { VaultState } from './vault-state.tsx';

interface Props {
  vault: Vault;
  settings: SettingsStore;
  access: SiteAccess;
}

/** The full tab: the first-run page until the owner has agreed, then one section at a time. */
export function OptionsApp({ vault, settings, access }: Props) {
  const { status } = vault;
  const section = useSection(status?.vault);
  // There may be no vault yet, or one that cannot be got at: agreeing again harms neither.
  const isRefused = status?.problem === 'storage-refused';
  const isSetUp = status !== null && status.vault !== 'absent' && !isRefused;
  const isOpen = status?.vault === 'open';
  const title = isSetUp ? `${i18n.t(section.title)} – Mémo QCM` : 'Mémo QCM';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header class="masthead">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <div>
          <h1>Mémo QCM</h1>
          <p class="hint">{i18n.t('options.tagline')}</p>
        </div>
      </header>
      <div class={isSetUp ? 'columns' : 'single'}>
        {isSetUp && <SectionNav vault={vault} current={section.id} />}
        <main>
          <ErrorAlert code={vault.error} />
          <AccessCard access={access} />
          {status && !isSetUp && <FirstRun needsPassphrase={isRefused} onAgree={vault.consent} />}
          {isSetUp && (isOpen || !section.needsVault) && (
            <section.component key={section.id} vault={vault} settings={settings} />
          )}
          {isSetUp && !isOpen && section.needsVault && (
            <>
              <VaultState status={status} onStart={() => {}} onUnlock={vault.unlock} />
              <RescueSection vault={vault} />
            </>
          )}
        </main>
      </div>
      <NoticeBar notice={vault.notice} onUndo={vault.undo} onClose={vault.dismiss} />
    </>
  );
}
