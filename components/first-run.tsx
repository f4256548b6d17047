import { i18n } from '#i18n';

const POINTS = [
  { title: 'consent.does.title', text: 'consent.does.text' },
  { title: 'consent.keeps.title', text: 'consent.keeps.text' },
  { title: 'consent.where.title', text: 'consent.where.text' },
  { title: 'consent.protects.title', text: 'consent.protects.text' },
] as const;

/** Said once, before anything is written: what the extension does and keeps, and against whom that protects. */
export function FirstRun({ onAgree }: { onAgree(): void }) {
  return (
    <section class="panel first-run" aria-labelledby="consent-title">
      <h2 id="consent-title">{i18n.t('consent.title')}</h2>
      {POINTS.map(({ title, text }) => (
        <div key={title}>
          <h3>{i18n.t(title)}</h3>
          <p>{i18n.t(text)}</p>
        </div>
      ))}
      <div class="warning">
        <h3>{i18n.t('consent.not.title')}</h3>
        <p>{i18n.t('consent.not.text')}</p>
      </div>
      <p class="actions">
        <button type="button" class="primary" onClick={onAgree}>
          {i18n.t('consent.agree')}
        </button>
      </p>
      <p class="hint">{i18n.t('consent.note')}</p>
    </section>
  );
}
