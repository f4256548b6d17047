import { i18n } from '#i18n';

const TOPICS = [
  { title: 'help.why.title', text: 'help.why.text' },
  { title: 'help.standings.title', text: 'help.standings.text' },
  { title: 'help.account.title', text: 'help.account.text' },
  { title: 'help.again.title', text: 'help.again.text' },
] as const;

/** Short answers to what people ask first. */
export function HelpSection() {
  return (
    <section id="aide" class="panel" aria-labelledby="help-title">
      <h2 id="help-title">{i18n.t('section.help')}</h2>
      {TOPICS.map(({ title, text }) => (
        <details key={title}>
          <summary>{i18n.t(title)}</summary>
          <p>{i18n.t(text)}</p>
        </details>
      ))}
      <p class="hint">{i18n.t('consent.note')}</p>
    </section>
  );
}
