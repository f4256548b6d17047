import type { ImportRow } from '../lib/qcm/import-lists.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';

/** What a file answers to a question. */
export function FileAnswers({ row: { answers, more } }: { row: ImportRow }) {
  return (
    <ul>
      {answers.map((text) => (
        <li key={text}>
          <DataText text={text} />
        </li>
      ))}
      {more > 0 && <li class="hint">{i18n.t('import.more', more)}</li>}
    </ul>
  );
}
