import { useId, useState } from 'preact/hooks';
import type { Answer } from '../lib/challenge/answer.ts';
import type { ConflictRow } from '../lib/qcm/import-lists.ts';
import type { ConflictChoice } from '../lib/qcm/join-answers.ts';
import { ConflictChoices } from './conflict-choice.tsx';
import { DataText } from './data-text.tsx';
import { FileAnswers } from './file-answers.tsx';
import { i18n } from './i18n.ts';
import { StatusChip } from './status-chip.tsx';

interface Props {
  row: ConflictRow;
  choice: ConflictChoice;
  onChoose(choice: ConflictChoice): void;
  /** What is remembered for the question; null when it cannot be read. */
  onReveal(question: string): Promise<Answer[] | null>;
}

/** One question on which file and vault differ: both sides, what is remembered masked until asked for, and the choice. */
export function ImportConflict({ row, choice, onChoose, onReveal }: Props) {
  const id = useId();
  const [revealed, setRevealed] = useState<{ by: Props['onReveal']; answers: Answer[] | null } | null>(null);
  // What was revealed for one account is not another's.
  const mine = revealed?.by === onReveal ? revealed.answers : null;
  return (
    <li class="conflict">
      <DataText id={id} class="row-question" text={row.question} />
      <dl>
        <div>
          <dt>{i18n.t('import.conflict.here')}</dt>
          <dd>
            {mine ? (
              <ul>
                {mine.map(({ text, standing }) => (
                  <li key={text}>
                    <DataText text={text} /> <StatusChip status={standing} />
                  </li>
                ))}
              </ul>
            ) : (
              <span class="mask" aria-hidden="true">
                ••••••
              </span>
            )}
            <button
              type="button"
              aria-describedby={id}
              aria-expanded={mine !== null}
              onClick={async () =>
                setRevealed(mine ? null : { by: onReveal, answers: await onReveal(row.question) })
              }
            >
              {i18n.t(mine ? 'list.hide' : 'list.reveal')}
            </button>
          </dd>
        </div>
        <div>
          <dt>{i18n.t('import.conflict.inFile')}</dt>
          <dd>
            <FileAnswers row={row} />
          </dd>
        </div>
      </dl>
      {row.confirmed && <p class="hint">{i18n.t('import.conflict.confirmed')}</p>}
      <ConflictChoices
        legend={i18n.t('import.conflict.choice')}
        about={id}
        choices={row.confirmed ? ['mine', 'both'] : ['mine', 'both', 'file']}
        value={row.confirmed && choice === 'file' ? 'both' : choice}
        onChoose={onChoose}
      />
    </li>
  );
}
