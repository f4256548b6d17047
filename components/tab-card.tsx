import { i18n } from '#i18n';
import type { TabReport } from '../lib/messages.ts';
import { noteKey } from '../lib/page/words.ts';
import { DataText } from './data-text.tsx';

/**
 * What happened with the question of this page, and why; `report` is null when the page asked none. `onAllow` lets a
 * page ask again that asked too much.
 */
export function TabCard({ report, onAllow }: { report: TabReport | null; onAllow(): void }) {
  return (
    <section class="card" aria-labelledby="tab-title">
      <h2 id="tab-title">{i18n.t('tab.title')}</h2>
      {report ? (
        <>
          <p class="question">
            <DataText text={report.question} />
          </p>
          <p class={`step step-${report.step}`}>
            <span class="step-sign" aria-hidden="true" /> {stepText(report)}
          </p>
          {reasons(report).map((reason) => (
            <p key={reason} class="hint">
              {reason}
            </p>
          ))}
          {report.advice.kind === 'silent' && (
            <button type="button" onClick={onAllow}>
              {i18n.t('tab.allow')}
            </button>
          )}
          {report.account !== null && <p class="hint">{i18n.t('tab.account', [report.account])}</p>}
        </>
      ) : (
        <p class="hint">{i18n.t('tab.none')}</p>
      )}
    </section>
  );
}

function stepText({ step, code }: TabReport): string {
  switch (step) {
    case 'advised':
      return i18n.t('tab.step.advised');
    case 'marked':
      return i18n.t('tab.step.marked');
    case 'selected':
      return i18n.t('tab.step.selected');
    case 'not-found':
      return i18n.t('tab.step.notFound');
    case 'ended':
      return i18n.t('tab.step.ended');
    case 'accepted':
      return i18n.t('tab.step.accepted');
    case 'refused':
      return i18n.t('tab.step.refused', [code ?? '–']);
  }
}

function reasons({ step, advice, remembered, waits }: TabReport): string[] {
  if (waits) return [i18n.t('tab.waits')];
  if (step === 'accepted') return [i18n.t(remembered ? 'tab.remembered' : 'tab.notRemembered')];
  if (step === 'refused')
    return [i18n.t(remembered ? 'tab.refusedForGood' : 'page.note.refusedNotRemembered')];
  const refused = 'refused' in advice ? advice.refused.length : 0;
  return [adviceText(advice), ...(refused > 0 ? [i18n.t('tab.refused', refused)] : [])];
}

function adviceText(advice: TabReport['advice']): string {
  if (advice.kind !== 'answer') return i18n.t(noteKey(advice, false));
  return i18n.t(advice.confirmed ? 'tab.why.confirmed' : 'tab.why.declared');
}
