import { i18n } from '#i18n';
import { Answers } from './answers.tsx';
import { RescueSection } from './rescue-section.tsx';
import type { Vault } from './use-vault.ts';

/** All that is remembered; and what to do where part of it cannot be read. */
export function AnswersSection({ vault }: { vault: Vault }) {
  return (
    <>
      <section id="reponses" class="panel" aria-labelledby="answers-title">
        <h2 id="answers-title">{i18n.t('section.answers')}</h2>
        <Answers vault={vault} />
      </section>
      {vault.damaged > 0 && <RescueSection vault={vault} />}
    </>
  );
}
