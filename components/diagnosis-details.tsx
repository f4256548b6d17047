import { useState } from 'preact/hooks';
import type { Finding } from '../lib/challenge/diagnose.ts';
import type { Diagnosis } from '../lib/messages.ts';
import { i18n } from './i18n.ts';

/** In one press: what was seen of this page's question and what to do, to read or to pass on to who helps. */
export function DiagnosisDetails({ onDiagnose }: { onDiagnose(): Promise<Diagnosis | null> }) {
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  const [copied, setCopied] = useState(false);
  if (!diagnosis) {
    const diagnose = async () => setDiagnosis(await onDiagnose());
    return (
      <button type="button" class="quiet" onClick={diagnose}>
        {i18n.t('diagnosis.why')}
      </button>
    );
  }
  const copy = async () => {
    await navigator.clipboard.writeText(textOf(diagnosis));
    setCopied(true);
  };
  return (
    <section aria-labelledby="diagnosis-title">
      <h3 id="diagnosis-title">{i18n.t('diagnosis.title')}</h3>
      <ul class="findings">
        {diagnosis.findings.map((finding) => (
          <li key={finding.code}>{sentence(finding)}</li>
        ))}
      </ul>
      <button type="button" onClick={copy}>
        {i18n.t('diagnosis.copy')}
      </button>
      <p class="done" role="status">
        {copied && i18n.t('diagnosis.copied')}
      </p>
    </section>
  );
}

function sentence({ code, count }: Finding): string {
  return code === 'askedEveryLogin'
    ? i18n.t('diagnosis.finding.askedEveryLogin', count ?? 0)
    : i18n.t(`diagnosis.finding.${code}`);
}

/** The codes stand beside the sentences, for whoever reads another language than its owner. */
function textOf({ findings, version }: Diagnosis): string {
  const lines = findings.map((finding) => `- ${sentence(finding)} [${finding.code}]`);
  return [i18n.t('diagnosis.version', [version]), navigator.userAgent, ...lines].join('\n');
}
