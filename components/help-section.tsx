import { Demonstration } from './demonstration.tsx';
import { HelpDiagnosis } from './help-diagnosis.tsx';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';

const TOPICS = [
  { title: 'help.why.title', text: 'help.why.text' },
  { title: 'help.standings.title', text: 'help.standings.text' },
  { title: 'help.account.title', text: 'help.account.text' },
  { title: 'help.again.title', text: 'help.again.text' },
  { title: 'help.silent.title', text: 'help.silent.text' },
  { title: 'help.unseen.title', text: 'help.unseen.text' },
  { title: 'help.refused.title', text: 'help.refused.text' },
  { title: 'help.blocked.title', text: 'help.blocked.text' },
  { title: 'help.data.title', text: 'help.data.text' },
] as const;

/** A demonstration, and short answers to what people ask first and when something goes wrong. */
export function HelpSection({ vault }: { vault: Vault }) {
  return (
    <section id="aide" class="panel" aria-labelledby="help-title">
      <h2 id="help-title">{i18n.t('section.help')}</h2>
      <Demonstration />
      {TOPICS.map(({ title, text }) => (
        <details key={title}>
          <summary>{i18n.t(title)}</summary>
          <p>{i18n.t(text)}</p>
        </details>
      ))}
      <HelpDiagnosis vault={vault} />
      <p class="hint">{i18n.t('consent.note')}</p>
    </section>
  );
}
