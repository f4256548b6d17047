import type { Status } from '../lib/messages.ts';
import { errorSentence } from './error-sentence.ts';
import { i18n } from './i18n.ts';
import { UnlockForm } from './unlock-form.tsx';

interface Props {
  status: Status;
  onStart(): void;
  onUnlock(passphrase: string): Promise<boolean>;
}

/** Why there is no list to show: first run, locked, refused, or unreadable. */
export function VaultState({ status, onStart, onUnlock }: Props) {
  switch (status.vault) {
    case 'absent':
      return (
        <section class="empty">
          <h2>{i18n.t('vault.absent.title')}</h2>
          <p>{i18n.t('vault.absent.text')}</p>
          <button type="button" class="primary" onClick={onStart}>
            {i18n.t('vault.absent.start')}
          </button>
        </section>
      );
    case 'locked':
      return <UnlockForm waiting={status.waiting} onUnlock={onUnlock} />;
    case 'unavailable':
      // It may be the first run: what there is to do is said there.
      if (status.problem === 'storage-refused')
        return (
          <section class="empty">
            <h2>{i18n.t('vault.refused.title')}</h2>
            <p>{i18n.t('consent.passphraseOnly')}</p>
            <button type="button" class="primary" onClick={onStart}>
              {i18n.t('vault.refused.start')}
            </button>
          </section>
        );
      return (
        <section class="empty" role="alert">
          <h2>{i18n.t('vault.unavailable.title')}</h2>
          <p>{errorSentence(status.problem ?? 'internal')}</p>
        </section>
      );
    case 'open':
      return null;
  }
}
