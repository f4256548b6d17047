import { useId, useMemo } from 'preact/hooks';
import { toVerify } from '../lib/challenge/to-verify.ts';
import { HEALTH_KINDS } from '../lib/health/kinds.ts';
import type { QuestionSummary } from '../lib/messages.ts';
import { HealthKindGroup } from './health-kind-group.tsx';
import { i18n } from './i18n.ts';
import { statusOf } from './question-status.ts';
import { RescueSection } from './rescue-section.tsx';
import { useHealth } from './use-health.ts';
import type { Vault } from './use-vault.ts';

/** What could be tidied up among all that is remembered, kind by kind, each with what mends it. */
export function HealthSection({ vault }: { vault: Vault }) {
  const { findings, mend, section } = useHealth(vault);
  const unsettled = toVerify(vault.questions).length;
  const stale = useMemo(() => countStale(vault.questions), [vault.questions]);
  const isWell = findings?.length === 0 && unsettled === 0 && stale === 0 && vault.damaged === 0;
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
        {unsettled > 0 && <ElsewhereGroup kind="unsettled" count={unsettled} at="verifier" />}
        {stale > 0 && <ElsewhereGroup kind="stale" count={stale} at="reponses?stale" />}
        {vault.damaged > 0 && <p class="health-damaged">{i18n.t('health.damaged', vault.damaged)}</p>}
      </section>
      {vault.damaged > 0 && <RescueSection vault={vault} />}
    </>
  );
}

function countStale(questions: readonly QuestionSummary[]): number {
  const now = Date.now();
  return questions.filter((question) => statusOf(question, now) === 'stale').length;
}

const WORDS = {
  unsettled: {
    title: 'health.unsettled.title',
    text: 'health.unsettled.text',
    link: 'health.unsettled.link',
  },
  stale: { title: 'health.stale.title', text: 'health.stale.text', link: 'health.stale.link' },
} as const;

/** What only its owner can mend, in another section, at this address. */
function ElsewhereGroup({ kind, count, at }: { kind: keyof typeof WORDS; count: number; at: string }) {
  const id = useId();
  const { title, text, link } = WORDS[kind];
  return (
    <section class="health-kind" aria-labelledby={id}>
      <h3 id={id}>{i18n.t('import.list.title', [i18n.t(title), count])}</h3>
      <p class="hint">{i18n.t(text)}</p>
      <p>
        <a href={`#${at}`}>{i18n.t(link)}</a>
      </p>
    </section>
  );
}
