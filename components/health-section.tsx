import { useId } from 'preact/hooks';
import { toVerify } from '../lib/challenge/to-verify.ts';
import { HEALTH_KINDS } from '../lib/health/kinds.ts';
import { HealthKindGroup } from './health-kind-group.tsx';
import { i18n } from './i18n.ts';
import { RescueSection } from './rescue-section.tsx';
import { useHealth } from './use-health.ts';
import type { Vault } from './use-vault.ts';

/** What could be tidied up among all that is remembered, kind by kind, each with what mends it. */
export function HealthSection({ vault }: { vault: Vault }) {
  const { findings, mend, section } = useHealth(vault);
  const unsettled = toVerify(vault.questions).length;
  const isWell = findings?.length === 0 && unsettled === 0 && vault.damaged === 0;
  return (
    <>
      <section id="sante" ref={section} class="panel" aria-labelledby="health-title">
        <h2 id="health-title" tabIndex={-1}>
          {i18n.t('section.health')}
        </h2>
        <p class="hint">{i18n.t('health.intro')}</p>
        {isWell && (
          <div class="empty health-none">
            <p>{i18n.t('health.none', vault.questions.length)}</p>
          </div>
        )}
        {findings &&
          HEALTH_KINDS.map((kind) => (
            <HealthKindGroup
              key={kind}
              kind={kind}
              findings={findings.filter((finding) => finding.kind === kind)}
              questions={vault.questions}
              onMend={mend}
            />
          ))}
        {unsettled > 0 && <Unsettled count={unsettled} />}
        {vault.damaged > 0 && <p class="health-damaged">{i18n.t('health.damaged', vault.damaged)}</p>}
      </section>
      {vault.damaged > 0 && <RescueSection vault={vault} />}
    </>
  );
}

/** Settling them is another section's. */
function Unsettled({ count }: { count: number }) {
  const id = useId();
  return (
    <section class="health-kind" aria-labelledby={id}>
      <h3 id={id}>{i18n.t('import.list.title', [i18n.t('health.unsettled.title'), count])}</h3>
      <p class="hint">{i18n.t('health.unsettled.text')}</p>
      <p>
        <a href="#verifier">{i18n.t('health.unsettled.link')}</a>
      </p>
    </section>
  );
}
