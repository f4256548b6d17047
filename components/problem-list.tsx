import type { Problem } from '../lib/qcm/parse.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';
import { problemSentence } from './problem-sentence.ts';

/** As many are shown at once; a longer list opens on request. */
const SHOWN_AT_ONCE = 10;

interface Props {
  problems: readonly Problem[];
  /** How many more there are. */
  unlisted: number;
}

/** What is to be told of a file that was read: where, in which question, and what was made of it. */
export function ProblemList({ problems, unlisted }: Props) {
  if (problems.length === 0) return null;
  return (
    <details open={problems.length <= SHOWN_AT_ONCE} class="problems">
      <summary>{i18n.t('import.problems', problems.length + unlisted)}</summary>
      <ul>
        {problems.map(({ line, column, code, question }) => (
          <li key={`${line}:${column}:${code}`}>
            <span class="place">{i18n.t('import.place', [line, column])}</span>
            {question && <DataText class="place" text={question} />}
            <span>{problemSentence(code)}</span>
          </li>
        ))}
      </ul>
      {unlisted > 0 && <p class="hint">{i18n.t('import.unlisted', unlisted)}</p>}
    </details>
  );
}
