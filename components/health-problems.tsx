import { i18n } from '#i18n';
import type { KindOfProblem } from '../lib/messages.ts';
import { DataText } from './data-text.tsx';

const WORDS = {
  empty: { title: 'health.empty.title', text: 'health.empty.text', mend: 'health.empty.mend' },
  repeated: { title: 'health.repeated.title', text: 'health.repeated.text', mend: 'health.repeated.mend' },
  refused: { title: 'health.refused.title', text: 'health.refused.text', mend: 'health.refused.mend' },
  unused: { title: 'health.unused.title', text: 'health.unused.text', mend: 'health.unused.mend' },
  alike: { title: 'health.alike.title', text: 'health.alike.text', mend: 'health.alike.mend' },
} as const satisfies Record<KindOfProblem['kind'], object>;

interface Props {
  problems: KindOfProblem;
  onMend(ids: string[] | 'all'): void;
}

/** One kind of problem: what it means, where it is, and what mends one of them or all. */
export function HealthProblems({ problems: { kind, count, named }, onMend }: Props) {
  const words = WORDS[kind];
  const mend = i18n.t(words.mend);
  const id = `health-${kind}`;
  return (
    <section class="health-kind" aria-labelledby={id}>
      <h3 id={id}>
        {i18n.t(words.title)} <span class="badge">{count}</span>
      </h3>
      <p class="hint">{i18n.t(words.text)}</p>
      <ul class="rows">
        {named.map((problem) => (
          <li key={problem.id} class="row health-problem">
            <span id={`${id}-${problem.id}`}>
              {problem.questions.map((question) => (
                <DataText key={question} class="row-question" text={question} />
              ))}
              {problem.account !== null && <DataText class="account" text={problem.account} />}
            </span>
            <button
              type="button"
              aria-describedby={`${id}-${problem.id}`}
              onClick={() => onMend([problem.id])}
            >
              {mend}
            </button>
          </li>
        ))}
      </ul>
      {count > named.length && <p class="hint">{i18n.t('health.more', count - named.length)}</p>}
      {count > 1 && (
        <p class="actions">
          <button type="button" onClick={() => onMend('all')}>
            {i18n.t('health.mendAll', [String(count)])}
          </button>
        </p>
      )}
    </section>
  );
}
