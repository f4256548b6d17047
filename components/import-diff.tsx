import type { Answer } from '../lib/challenge/answer.ts';
import type { ImportLists, ImportRow } from '../lib/qcm/import-lists.ts';
import type { ImportCounts } from '../lib/qcm/plan.ts';
import { DataText } from './data-text.tsx';
import { FileAnswers } from './file-answers.tsx';
import { i18n } from './i18n.ts';
import { type Conflicts, ImportConflicts } from './import-conflicts.tsx';

const LISTS = [
  { list: 'added', title: 'import.list.added' },
  { list: 'merged', title: 'import.list.merged' },
  { list: 'unchanged', title: 'import.list.unchanged' },
  { list: 'toVerify', title: 'import.list.toVerify' },
] as const satisfies readonly { list: keyof ImportLists; title: string }[];

interface Props {
  counts: ImportCounts;
  lists: ImportLists;
  conflicts: Conflicts;
  onConflicts(conflicts: Conflicts): void;
  onReveal(question: string): Promise<Answer[] | null>;
}

/** What an import would do, question by question, in lists that open; what has to be decided is open. */
export function ImportDiff({ counts, lists, conflicts, onConflicts, onReveal }: Props) {
  return (
    <div class="diff">
      {counts.conflicts > 0 && (
        <details open>
          <summary>
            {i18n.t('import.list.title', [i18n.t('import.list.conflicts'), counts.conflicts])}
          </summary>
          <ImportConflicts
            rows={lists.conflicts}
            conflicts={conflicts}
            onConflicts={onConflicts}
            onReveal={onReveal}
          />
          <Rest count={counts.conflicts - lists.conflicts.length} />
        </details>
      )}
      {LISTS.filter(({ list }) => counts[list] > 0).map(({ list, title }) => (
        <details key={list}>
          <summary>{i18n.t('import.list.title', [i18n.t(title), counts[list]])}</summary>
          <ul class="diff-rows">
            {lists[list].map((row) => (
              <Row key={row.question} row={row} />
            ))}
          </ul>
          <Rest count={counts[list] - lists[list].length} />
        </details>
      ))}
    </div>
  );
}

function Row({ row }: { row: ImportRow }) {
  return (
    <li>
      <DataText text={row.question} />
      <FileAnswers row={row} />
    </li>
  );
}

/** How many more there are than are shown. */
function Rest({ count }: { count: number }) {
  return count > 0 ? <p class="hint">{i18n.t('import.more', count)}</p> : null;
}
