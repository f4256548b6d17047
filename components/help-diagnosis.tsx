import { useState } from 'preact/hooks';
import { DiagnosisDetails } from './diagnosis-details.tsx';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';

/** What was seen of the question in EcoleDirecte's tab that was used last; says so where there is none. */
export function HelpDiagnosis({ vault }: { vault: Vault }) {
  const [isMissing, setIsMissing] = useState(false);
  const diagnose = async () => {
    const diagnosis = await vault.diagnose();
    setIsMissing(diagnosis === null);
    return diagnosis;
  };
  return (
    <div class="help-diagnosis">
      <p class="hint">{i18n.t('help.diagnosis')}</p>
      <DiagnosisDetails onDiagnose={diagnose} />
      <p role="status">{isMissing && i18n.t('help.noTab')}</p>
    </div>
  );
}
