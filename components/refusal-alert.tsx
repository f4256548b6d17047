import { i18n } from './i18n.ts';
import { problemSentence } from './problem-sentence.ts';
import type { Refusal } from './read-qcm-file.ts';

/** A file of which nothing could be read: where it breaks, if it does at one place, why, and what to do. */
export function RefusalAlert({ refusal: { name, code, place } }: { refusal: Refusal }) {
  return (
    <div class="alert" role="alert">
      <p>
        <strong>{i18n.t('import.refused', [name])}</strong>
      </p>
      <p>
        {place && (
          <>
            <span class="place">{i18n.t('import.place', [place.line, place.column])}</span>{' '}
          </>
        )}
        {problemSentence(code)}
      </p>
      {place && <p>{i18n.t('import.refusedHelp')}</p>}
    </div>
  );
}
