import type { Answer } from '../lib/challenge/answer.ts';
import type { ImportRequest } from '../lib/messages.ts';
import type { ConflictRow } from '../lib/qcm/import-lists.ts';
import type { ConflictChoice } from '../lib/qcm/join-answers.ts';
import { ConflictChoices } from './conflict-choice.tsx';
import { i18n } from './i18n.ts';
import { ImportConflict } from './import-conflict.tsx';

export type Conflicts = ImportRequest['conflicts'];

interface Props {
  rows: readonly ConflictRow[];
  conflicts: Conflicts;
  onConflicts(conflicts: Conflicts): void;
  onReveal(question: string): Promise<Answer[] | null>;
}

/** The conflicts of an import, to settle one by one or all alike. */
export function ImportConflicts({ rows, conflicts: { all, each }, onConflicts, onReveal }: Props) {
  const choose = (question: string, choice: ConflictChoice) =>
    onConflicts({ all, each: [...each.filter((one) => one.question !== question), { question, choice }] });
  return (
    <>
      {rows.length > 1 && (
        <ConflictChoices
          legend={i18n.t('import.conflict.all')}
          choices={['mine', 'both', 'file']}
          value={all}
          onChoose={(choice) => onConflicts({ all: choice, each: [] })}
        />
      )}
      <ul class="conflicts">
        {rows.map((row) => (
          <ImportConflict
            key={row.question}
            row={row}
            choice={each.find(({ question }) => question === row.question)?.choice ?? all}
            onChoose={(choice) => choose(row.question, choice)}
            onReveal={onReveal}
          />
        ))}
      </ul>
    </>
  );
}
