import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../lib/challenge/answer.ts';
import type { Repaired } from '../lib/qcm/repair.ts';
import { AccountField } from './account-field.tsx';
import { Check } from './check.tsx';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';
import { ImportCountsView } from './import-counts.tsx';
import { ImportDiff } from './import-diff.tsx';
import { ProblemList } from './problem-list.tsx';
import type { QcmSource } from './read-qcm-file.ts';
import type { Foreseen, ImportChoices } from './use-import.ts';

interface Props {
  sources: readonly QcmSource[];
  /** How many there are. */
  questions: number;
  /** Some have several answers. */
  hasLists: boolean;
  /** Null until the background has told. */
  foreseen: Foreseen | null;
  /** What is foreseen is of these choices, not of those before. */
  isForeseen: boolean;
  choices: ImportChoices;
  repairExample: Repaired['example'];
  /** What is remembered for a question of the account that is chosen. */
  onReveal(question: string): Promise<Answer[] | null>;
  onChoose(change: Partial<ImportChoices>): void;
  onSubmit(): void;
  onAbandon(): void;
}

/** What an import would do, before anything is written. */
export function ImportPreview({
  sources,
  questions,
  hasLists,
  foreseen,
  isForeseen,
  choices,
  repairExample,
  ...on
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [sources]);
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title" ref={heading} tabIndex={-1}>
        {i18n.t('import.preview')}
      </h3>
      <ul class="sources-read">
        {sources.map(({ name, encoding, entries, problems, unlisted }) => (
          <li key={name}>
            <strong class="data">{name}</strong>
            {encoding && <span class="hint">{i18n.t('import.encoding', [encoding])}</span>}
            {entries.length === 0 && <p>{i18n.t('import.noQuestion')}</p>}
            <ProblemList problems={problems} unlisted={unlisted} />
          </li>
        ))}
      </ul>
      {foreseen && <ImportCountsView counts={foreseen.counts} />}
      {questions > 0 && (
        <AccountField
          label={i18n.t('import.account')}
          hint={i18n.t('import.accountHint')}
          account={choices.account}
          onAccount={(account) => on.onChoose({ account })}
        />
      )}
      {repairExample && (
        <Check
          label={i18n.t('import.repair')}
          checked={choices.repair}
          onChange={(repair) => on.onChoose({ repair })}
        >
          {i18n.t('import.before')} <DataText text={repairExample.before} />
          <br />
          {i18n.t('import.after')} <DataText text={repairExample.after} />
        </Check>
      )}
      {hasLists && (
        <Check
          label={i18n.t('import.lastIsDeclared')}
          checked={choices.lastIsDeclared}
          onChange={(lastIsDeclared) => on.onChoose({ lastIsDeclared })}
        >
          {i18n.t('import.lastIsDeclaredHint')}
        </Check>
      )}
      {foreseen && (
        <ImportDiff
          {...foreseen}
          conflicts={choices.conflicts}
          onConflicts={(conflicts) => on.onChoose({ conflicts })}
          onReveal={on.onReveal}
        />
      )}
      <p class="actions">
        {/* Not before it is known what it would do: the lists above would push it from under the finger. */}
        {questions > 0 && foreseen && (
          <button type="button" class="primary" aria-disabled={!isForeseen} onClick={on.onSubmit}>
            {i18n.t('import.submit', questions)}
          </button>
        )}
        <button type="button" onClick={on.onAbandon}>
          {i18n.t('import.abandon')}
        </button>
      </p>
    </section>
  );
}
