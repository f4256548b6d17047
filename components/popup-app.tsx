import type { SiteAccess } from '../lib/site-access.ts';
import { AccessCard } from './access-card.tsx';
import { Answers } from './answers.tsx';
import { ErrorAlert } from './error-alert.tsx';
import { useLostFocus } from './focus-heading.ts';
import { i18n } from './i18n.ts';
import { NoticeBar } from './notice-bar.tsx';
import { OfferCard } from './offer-card.tsx';
import { TabCard } from './tab-card.tsx';
import type { Vault } from './use-vault.ts';
import { VaultState } from './vault-state.tsx';
import { VerifyLink } from './verify-link.tsx';

interface Props {
  vault: Vault;
  access: SiteAccess;
  onManage(): void;
}

/** The small window: the question on this page first, then what is remembered. */
export function PopupApp({ vault, access, onManage }: Props) {
  const { status } = vault;
  // A card goes with the button that decided.
  useLostFocus(status?.offers.length);
  return (
    <>
      <header class="bar">
        <h1>Mémo QCM</h1>
        <span class="actions">
          {status?.vault === 'open' && status.method === 'passphrase' && (
            <button type="button" class="quiet" onClick={vault.lock}>
              {i18n.t('lock.lock')}
            </button>
          )}
          <button type="button" onClick={onManage}>
            {i18n.t('common.manage')}
          </button>
        </span>
      </header>
      <main>
        <ErrorAlert code={vault.error} />
        <AccessCard access={access} />
        {status?.offers.map((offer) => (
          <OfferCard
            key={`${offer.account} ${offer.question}`}
            offer={offer}
            onDecide={(decision) => vault.decide(offer, decision)}
          />
        ))}
        {status && status.vault !== 'absent' && (
          <TabCard
            report={status.tab}
            onAllow={vault.allowAdvice}
            onChoose={vault.choose}
            onDiagnose={vault.diagnose}
          />
        )}
        {status?.place === 'mirror' && <p class="warning">{i18n.t('vault.mirror')}</p>}
        {status?.vault === 'open' ? (
          <>
            <VerifyLink questions={vault.questions} />
            <Answers vault={vault} compact />
          </>
        ) : (
          status && <VaultState status={status} onStart={onManage} onUnlock={vault.unlock} />
        )}
      </main>
      <NoticeBar notice={vault.notice} onUndo={vault.undo} onClose={vault.dismiss} />
    </>
  );
}
