import { useState } from 'preact/hooks';
import { i18n } from './i18n.ts';
import { RequiredPassphrase } from './required-passphrase.tsx';
import { useBusy } from './use-busy.ts';

const POINTS = [
  { title: 'consent.does.title', text: 'consent.does.text' },
  { title: 'consent.keeps.title', text: 'consent.keeps.text' },
  { title: 'consent.where.title', text: 'consent.where.text' },
  { title: 'consent.protects.title', text: 'consent.protects.text' },
] as const;

interface Props {
  /** The browser refuses its database, so that the vault can only be one with a passphrase. */
  needsPassphrase: boolean;
  onAgree(passphrase?: string): Promise<unknown>;
}

/** Said once, before anything is written: what the extension does and keeps, and against whom that protects. */
export function FirstRun({ needsPassphrase, onAgree }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const { busy, start } = useBusy();
  const submit = (event: Event) => {
    event.preventDefault();
    void start(() => onAgree(needsPassphrase ? passphrase : undefined));
  };
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
        <p>{i18n.t(needsPassphrase ? 'consent.not.passphrase' : 'consent.not.text')}</p>
      </div>
      <form class="stack" onSubmit={submit}>
        {needsPassphrase && <RequiredPassphrase value={passphrase} onInput={setPassphrase} />}
        <button type="submit" class="primary" aria-disabled={busy}>
          {i18n.t('consent.agree')}
        </button>
      </form>
      <p class="hint">{i18n.t('consent.note')}</p>
    </section>
  );
}
