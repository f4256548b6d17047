import { useState } from 'preact/hooks';
import type { Mode } from '../lib/settings.ts';
import { Choice } from './choice.tsx';
import { DemonstrationQuestion } from './demonstration-question.tsx';
import { i18n } from './i18n.ts';

/** A made-up question, to see what the extension does on the page; nothing is sent, and nothing remembered. */
export function Demonstration() {
  const [mode, setMode] = useState<Exclude<Mode, 'automatic'>>('select');
  const [run, setRun] = useState(0);
  return (
    <section class="demonstration" aria-labelledby="demonstration-title">
      <h3 id="demonstration-title">{i18n.t('demonstration.title')}</h3>
      <p class="hint">{i18n.t('demonstration.text')}</p>
      <div class="demonstration-controls">
        <Choice
          label={i18n.t('demonstration.mode')}
          options={[
            { value: 'select', label: i18n.t('settings.select') },
            { value: 'highlight', label: i18n.t('settings.highlight') },
          ]}
          value={mode}
          onChoose={(chosen: typeof mode) => setMode(chosen)}
        />
        <button type="button" onClick={() => setRun(run + 1)}>
          {i18n.t(run === 0 ? 'demonstration.show' : 'demonstration.again')}
        </button>
      </div>
      {run > 0 && <DemonstrationQuestion key={`${run} ${mode}`} mode={mode} />}
    </section>
  );
}
