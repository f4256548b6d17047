import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { toVerify } from '../lib/challenge/to-verify.ts';
import type { KindOfProblem } from '../lib/messages.ts';
import { HealthProblems } from './health-problems.tsx';
import { RescueSection } from './rescue-section.tsx';
import type { Vault } from './use-vault.ts';

/** What could be better in what is remembered, each with what mends it; nothing is mended by itself. */
export function HealthSection({ vault }: { vault: Vault }) {
  const [found, setFound] = useState<readonly KindOfProblem[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void vault.attempt('checkHealth', {}).then((kinds) => kinds && setFound(kinds));
  }, [vault.questions]);
  const mend = async (kind: KindOfProblem['kind'], ids: string[] | 'all') => {
    const undo = i18n.t('common.cancel');
    const say = ({ mended }: { mended: number }) => ({ text: i18n.t('health.mended', mended), undo });
    const isDone = await vault.change('mend', { kind, ids }, say);
    // The button is gone with its problem.
    if (isDone) heading.current?.focus();
  };
  const unsettled = toVerify(vault.questions).length;
  const isFine = found?.length === 0 && vault.damaged === 0;
  return (
    <>
      <section id="sante" class="panel" aria-labelledby="health-title">
        <h2 id="health-title" ref={heading} tabIndex={-1}>
          {i18n.t('section.health')}
        </h2>
        <p class="hint">{i18n.t('health.intro')}</p>
        {unsettled > 0 && (
          <p>
            <a class="verify-link" href="#verifier">
              {i18n.t('verify.count', unsettled)}
            </a>
          </p>
        )}
        <p role="status" class={found === null ? 'hint' : 'done'}>
          {found === null ? i18n.t('health.checking') : isFine ? i18n.t('health.fine') : ''}
        </p>
        {found?.map((problems) => (
          <HealthProblems
            key={problems.kind}
            problems={problems}
            onMend={(ids) => mend(problems.kind, ids)}
          />
        ))}
      </section>
      {vault.damaged > 0 && <RescueSection vault={vault} />}
    </>
  );
}
