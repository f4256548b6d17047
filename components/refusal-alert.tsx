import { i18n } from './i18n.ts';
import { problemSentence } from './problem-sentence.ts';
import type { Refusal } from './read-qcm-file.ts';

/** A file of which nothing could be read: where it breaks, why, and what to do. */
export function RefusalAlert({ refusal: { name, problem } }: { refusal: Refusal }) {
  return (
    <div class="alert" role="alert">
      <p>
        <strong>{i18n.t('import.refused', [name])}</strong>
      </p>
      <p>
        <span class="place">{i18n.t('import.place', [problem.line, problem.column])}</span>{' '}
        {problemSentence(problem.code)}
      </p>
      <p>{i18n.t('import.refusedHelp')}</p>
    </div>
  );
}
