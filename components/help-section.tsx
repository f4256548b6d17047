import { Demonstration } from './demonstration.tsx';
import { HelpDiagnosis } from './help-diagnosis.tsx';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';

/** Each with the section, if any, where something can be done about it. */
const TOPICS = [
  { title: 'help.why.title', text: 'help.why.text', at: null },
  {
    title: 'help.standings.title',
    text: 'help.standings.text',
    at: { id: 'verifier', name: 'section.verify' },
  },
  {
    title: 'help.account.title',
    text: 'help.account.text',
    at: { id: 'comptes', name: 'section.accounts' },
  },
  { title: 'help.again.title', text: 'help.again.text', at: null },
  {
    title: 'help.silent.title',
    text: 'help.silent.text',
    at: { id: 'reglages', name: 'section.settings' },
  },
  { title: 'help.unseen.title', text: 'help.unseen.text', at: null },
  {
    title: 'help.refused.title',
    text: 'help.refused.text',
    at: { id: 'reponses', name: 'section.answers' },
  },
  { title: 'help.blocked.title', text: 'help.blocked.text', at: null },
  {
    title: 'help.data.title',
    text: 'help.data.text',
    at: { id: 'exporter', name: 'section.export' },
  },
] as const;

/** A demonstration, and short answers to what people ask first and when something goes wrong. */
export function HelpSection({ vault }: { vault: Vault }) {
  return (
    <section id="aide" class="panel" aria-labelledby="help-title">
      <h2 id="help-title">{i18n.t('section.help')}</h2>
      <Demonstration />
      {TOPICS.map(({ title, text, at }) => (
        <details key={title}>
          <summary>{i18n.t(title)}</summary>
          <p>{i18n.t(text)}</p>
          {at && (
            <p>
              <a href={`#${at.id}`}>{i18n.t(at.name)}</a>
            </p>
          )}
        </details>
      ))}
      <HelpDiagnosis vault={vault} />
      <p class="hint">{i18n.t('consent.note')}</p>
    </section>
  );
}
