import { i18n } from '#i18n';
import { AccountsSection } from './accounts-section.tsx';
import { AnswersSection } from './answers-section.tsx';
import { ErrorAlert } from './error-alert.tsx';
import { ExportSection } from './export-section.tsx';
import { FirstRun } from './first-run.tsx';
import { HelpSection } from './help-section.tsx';
import { ImportSection } from './import-section.tsx';
import { JournalSection } from './journal-section.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { PassphraseSection } from './passphrase-section.tsx';
import { RescueSection } from './rescue-section.tsx';
import { SectionNav } from './section-nav.tsx';
import { SettingsSection } from './settings-section.tsx';
import type { SettingsStore } from './use-settings.ts';
import type { Vault } from './use-vault.ts';
import { VaultState } from './vault-state.tsx';

/** The full tab: the first-run page until the owner has agreed, then everything there is to do. */
export function OptionsApp({ vault, settings }: { vault: Vault; settings: SettingsStore }) {
  const state = vault.status?.vault;
  // There may be no vault yet, or one that cannot be got at: agreeing again harms neither.
  const isRefused = vault.status?.problem === 'storage-refused';
  return (
    <>
      <header class="masthead">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <div>
          <h1>Mémo QCM</h1>
          <p class="hint">{i18n.t('options.tagline')}</p>
        </div>
      </header>
      <div class={state === 'open' ? 'columns' : 'single'}>
        {state === 'open' && <SectionNav />}
        <main>
          <ErrorAlert code={vault.error} />
          {(state === 'absent' || isRefused) && (
            <FirstRun needsPassphrase={isRefused} onAgree={vault.consent} />
          )}
          {state === 'open' && (
            <>
              <AnswersSection vault={vault} />
              <ImportSection vault={vault} />
              <ExportSection vault={vault} />
              <AccountsSection vault={vault} />
            </>
          )}
          {vault.status && (state === 'locked' || state === 'unavailable') && (
            <VaultState status={vault.status} onStart={() => {}} onUnlock={vault.unlock} />
          )}
          {state === 'open' && <PassphraseSection vault={vault} settings={settings} />}
          {state && state !== 'absent' && <SettingsSection store={settings} />}
          {state === 'open' && <JournalSection vault={vault} />}
          {(state === 'unavailable' || state === 'locked' || (vault.status?.damaged ?? 0) > 0) && (
            <RescueSection vault={vault} />
          )}
          {state && state !== 'absent' && <HelpSection />}
        </main>
      </div>
      <NoticeBar notice={vault.notice} onUndo={vault.undo} onClose={vault.dismiss} />
    </>
  );
}
