import { useId } from 'preact/hooks';
import { isBlank } from '../lib/health/is-blank.ts';
import type { HealthFinding } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';
import { i18n } from './i18n.ts';

interface Props {
  finding: HealthFinding;
  /** The questions that would become one with it. */
  others: readonly string[];
  /** The name of its button. */
  mend: string;
  onMend(): void;
}

/** One finding, told by its question. */
export function HealthRow({ finding: { question, account }, others, mend, onMend }: Props) {
  const id = useId();
  return (
    <li>
      <div>
        <p id={id}>
          {isBlank(question) ? <em>{i18n.t('health.untitled')}</em> : <DataText text={question} />}{' '}
          {account !== null && <DataText class="account" text={account} />}
        </p>
        {others.map((other) => (
          <p key={other} class="hint">
            {i18n.t('health.also')} <DataText text={other} />
          </p>
        ))}
      </div>
      <button type="button" aria-describedby={id} onClick={onMend}>
        {mend}
      </button>
    </li>
  );
}
