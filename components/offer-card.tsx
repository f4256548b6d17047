import type { Subject } from '../lib/challenge/remember.ts';
import type { Decision } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';

const DECISIONS: readonly Decision[] = ['save', 'later', 'never'];

/** "Remember this answer?", for one accepted answer that its page could not ask about, or has left. */
export function OfferCard({ offer, onDecide }: { offer: Subject; onDecide(decision: Decision): void }) {
  return (
    <section class="card" aria-label={i18n.t('offer.title')}>
      <h2>{i18n.t('offer.title')}</h2>
      <p>{i18n.t('offer.text')}</p>
      <p class="question">
        <DataText text={offer.question} />
      </p>
      {offer.account !== null && <p class="hint">{i18n.t('tab.account', [offer.account])}</p>}
      <p class="actions">
        {DECISIONS.map((decision) => (
          <button
            type="button"
            key={decision}
            class={decision === 'save' ? 'primary' : 'quiet'}
            onClick={() => onDecide(decision)}
          >
            {i18n.t(`page.action.${decision}`)}
          </button>
        ))}
      </p>
    </section>
  );
}
