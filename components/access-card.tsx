import { useEffect, useState } from 'preact/hooks';
import type { SiteAccess } from '../lib/site-access.ts';
import { focusHeading } from './focus-heading.ts';
import { i18n } from './i18n.ts';

/** Says that the browser keeps the extension from the site, and asks for the access again; nothing where there is access. */
export function AccessCard({ access }: { access: SiteAccess }) {
  const [state, setState] = useState<'given' | 'missing' | 'denied'>('given');
  useEffect(() => {
    const look = async () => setState((await access.has()) ? 'given' : 'missing');
    void look();
    return access.onChange(() => void look());
  }, [access]);
  const ask = async () => {
    const isGiven = await access.request();
    setState(isGiven ? 'given' : 'denied');
    if (isGiven) focusHeading();
  };

  if (state === 'given') return null;
  return (
    <section class="card access" aria-labelledby="access-title">
      <h2 id="access-title">{i18n.t('access.title')}</h2>
      <p>{i18n.t('access.text')}</p>
      <p class="hint">{i18n.t('access.reload')}</p>
      <button type="button" class="primary" onClick={ask}>
        {i18n.t('access.allow')}
      </button>
      <p role="status">{state === 'denied' && i18n.t('access.denied')}</p>
    </section>
  );
}
