import { useRef } from 'preact/hooks';
import { Answers } from './answers.tsx';
import { BackupReminder } from './backup-reminder.tsx';
import { i18n } from './i18n.ts';
import { RescueSection } from './rescue-section.tsx';
import type { SettingsStore } from './use-settings.ts';
import type { Vault } from './use-vault.ts';

/** All that is remembered, and that it may be time for an export; and what to do where part of it cannot be read. Its address may ask for what is out of date alone. */
export function AnswersSection({ vault, settings }: { vault: Vault; settings: SettingsStore }) {
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <section id="reponses" class="panel" aria-labelledby="answers-title">
        <h2 id="answers-title" ref={title} tabIndex={-1}>
          {i18n.t('section.answers')}
        </h2>
        <BackupReminder
          questions={vault.questions}
          store={settings}
          onPutOff={() => title.current?.focus()}
        />
        <Answers vault={vault} status={location.hash.endsWith('?stale') ? 'stale' : null} />
      </section>
      {vault.damaged > 0 && <RescueSection vault={vault} />}
    </>
  );
}
