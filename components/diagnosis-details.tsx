import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../lib/challenge/diagnose.ts';
import { copyToKeep } from '../lib/clipboard.ts';
import type { Diagnosis } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import { useBusy } from './use-busy.ts';
import { useEscape } from './use-escape.ts';

/** In one press: what was seen of this page's question and what to do, to read or to pass on to who helps. */
export function DiagnosisDetails({ onDiagnose }: { onDiagnose(): Promise<Diagnosis | null> }) {
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { busy, start } = useBusy();
  const button = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const show = (found: Diagnosis | null) => {
    setSaid(null);
    setDiagnosis(found);
    // What may have had the focus goes.
    if (!found) button.current?.focus();
  };
  const look = () => start(async () => show(await onDiagnose()));
  const close = () => show(null);
  useEscape(diagnosis && close);
  useEffect(() => {
    // The owner asked for it, so it is read aloud; each time anew.
    if (diagnosis) title.current?.focus();
  }, [diagnosis]);
  const copy = async (text: string) => {
    setSaid(i18n.t((await copyToKeep(text)) ? 'diagnosis.copied' : 'list.copyFailed'));
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class="quiet"
        aria-expanded={diagnosis !== null}
        aria-disabled={busy}
        onClick={diagnosis ? close : look}
      >
        {i18n.t('diagnosis.why')}
      </button>
      {diagnosis && (
        <section aria-labelledby="diagnosis-title">
          <h3 id="diagnosis-title" ref={title} tabIndex={-1}>
            {i18n.t('diagnosis.title')}
          </h3>
          <ul class="findings">
            {diagnosis.findings.map((finding) => (
              <li key={finding.code}>{sentence(finding)}</li>
            ))}
          </ul>
          <p class="actions">
            <button type="button" aria-disabled={busy} onClick={look}>
              {i18n.t('diagnosis.again')}
            </button>
            <button type="button" onClick={() => copy(textOf(diagnosis))}>
              {i18n.t('diagnosis.copy')}
            </button>
          </p>
          <p class="done" role="status">
            {said}
          </p>
        </section>
      )}
    </>
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
