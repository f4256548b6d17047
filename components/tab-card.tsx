import { adviceFinding, lessonOf } from '../lib/challenge/diagnose.ts';
import type { Diagnosis, TabReport, Trouble } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';
import { DiagnosisDetails } from './diagnosis-details.tsx';
import { i18n } from './i18n.ts';

interface Props {
  /** Null when the page of this tab asked no question. */
  report: TabReport | null;
  /** Lets a page ask again that asked too much. */
  onAllow(): void;
  /** Has the page choose the advised answer. */
  onChoose(): void;
  onDiagnose(): Promise<Diagnosis | null>;
}

/** What happened with the question of this page, and why. */
export function TabCard({ report, onAllow, onChoose, onDiagnose }: Props) {
  return (
    <section class="card" aria-labelledby="tab-title">
      <h2 id="tab-title">{i18n.t('tab.title')}</h2>
      {report ? (
        <>
          <p class="question">
            <DataText text={report.question} />
          </p>
          {lines(report).map((line) => (
            <p key={line} class={`step step-${report.step}`}>
              <span class="step-sign" aria-hidden="true" /> {line}
            </p>
          ))}
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
          {report.advice.kind === 'answer' && report.step === 'marked' && (
            <button type="button" class="primary" onClick={onChoose}>
              {i18n.t('tab.choose')}
            </button>
          )}
          {report.account !== null && <p class="hint">{i18n.t('tab.account', [report.account])}</p>}
        </>
      ) : (
        <p class="hint">{i18n.t('tab.none')}</p>
      )}
      <DiagnosisDetails onDiagnose={onDiagnose} />
    </section>
  );
}

/** The present step, after what came of the answer before where the question was asked anew. */
function lines({ step, code, trouble }: TabReport): string[] {
  const before = trouble && trouble.kind !== step ? [stepText(trouble.kind, trouble.code)] : [];
  return [...before, stepText(step, code)];
}

const STEPS = {
  advised: 'tab.step.advised',
  marked: 'tab.step.marked',
  selected: 'tab.step.selected',
  sent: 'tab.step.sent',
  'not-found': 'tab.step.notFound',
  ended: 'tab.step.ended',
  'no-reply': 'tab.step.noReply',
  'moved-on': 'tab.step.movedOn',
  accepted: 'tab.step.accepted',
} as const;

/** Where the code helps whoever asks EcoleDirecte for help. */
const CODED_STEPS = {
  refused: 'tab.step.refused',
  blocked: 'tab.step.blocked',
  expired: 'tab.step.expired',
  outdated: 'tab.step.outdated',
  unclear: 'tab.step.unclear',
} as const;

function stepText(step: TabReport['step'] | Trouble['kind'], code: number | null): string {
  return step in CODED_STEPS
    ? i18n.t(CODED_STEPS[step as keyof typeof CODED_STEPS], [code ?? '–'])
    : i18n.t(STEPS[step as keyof typeof STEPS]); // the two lists together are all steps
}

/** What was kept of the outcome; until there is one, what the advice was. */
function reasons(report: TabReport): string[] {
  const { step, advice, trouble } = report;
  const lesson = lessonOf(report);
  const said = lesson ? [i18n.t(`diagnosis.finding.${lesson}`)] : [];
  if (trouble?.kind === 'blocked') return [...said, i18n.t('page.note.blocked')];
  if (step === 'refused') return [...said, i18n.t('tab.severalBlock')];
  if (lesson) return said;
  const refused = 'refused' in advice && step !== 'not-found' ? advice.refused.length : 0;
  return [adviceText(advice), ...(refused > 0 ? [i18n.t('tab.refused', refused)] : [])];
}

function adviceText(advice: TabReport['advice']): string {
  if (advice.kind !== 'answer') return i18n.t(`diagnosis.finding.${adviceFinding(advice)}`);
  return i18n.t(advice.confirmed ? 'tab.why.confirmed' : 'tab.why.declared');
}
