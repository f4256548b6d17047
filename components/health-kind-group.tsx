import { useId } from 'preact/hooks';
import type { HealthKind } from '../lib/health/kinds.ts';
import type { HealthFinding, QuestionSummary } from '../lib/messages.ts';
import { HealthRow } from './health-row.tsx';
import { i18n } from './i18n.ts';

/** How many of a kind are listed; the kind's own button mends the others too. */
const SHOWN = 100;

const WORDS = {
  repeated: {
    title: 'health.repeated.title',
    text: 'health.repeated.text',
    mend: 'health.repeated.mend',
    all: 'health.repeated.all',
  },
  alike: {
    title: 'health.alike.title',
    text: 'health.alike.text',
    mend: 'health.alike.mend',
    all: 'health.alike.all',
  },
  blank: {
    title: 'health.blank.title',
    text: 'health.blank.text',
    mend: 'health.blank.mend',
    all: 'health.blank.all',
  },
  refused: {
    title: 'health.refused.title',
    text: 'health.refused.text',
    mend: 'health.refused.mend',
    all: 'health.refused.all',
  },
  unused: {
    title: 'health.unused.title',
    text: 'health.unused.text',
    mend: 'health.unused.mend',
    all: 'health.unused.all',
  },
} as const satisfies Record<HealthKind, Record<'title' | 'text' | 'mend' | 'all', string>>;

interface Props {
  kind: HealthKind;
  findings: readonly HealthFinding[];
  questions: readonly QuestionSummary[];
  onMend(kind: HealthKind, findings: readonly HealthFinding[]): void;
}

/** What was found of one kind: how much, what it means, which questions; nothing where there is none. */
export function HealthKindGroup({ kind, findings, questions, onMend }: Props) {
  const id = useId();
  if (findings.length === 0) return null;
  const words = WORDS[kind];
  const byId = new Map(questions.map((question) => [question.id, question.question]));
  const rest = findings.length - SHOWN;
  return (
    <section class="health-kind" aria-labelledby={id} data-kind={kind}>
      <h3 id={id}>{i18n.t('import.list.title', [i18n.t(words.title), findings.length])}</h3>
      <p class="hint">{i18n.t(words.text)}</p>
      {findings.length > 1 && (
        <button type="button" aria-describedby={id} onClick={() => onMend(kind, findings)}>
          {i18n.t(words.all)}
        </button>
      )}
      <ul class="health-rows">
        {findings.slice(0, SHOWN).map((finding) => (
          <HealthRow
            key={finding.ids[0]}
            finding={finding}
            others={finding.ids.slice(1).flatMap((other) => byId.get(other) ?? [])}
            mend={i18n.t(words.mend)}
            onMend={() => onMend(kind, [finding])}
          />
        ))}
      </ul>
      {rest > 0 && <p class="hint">{i18n.t('import.more', rest)}</p>}
    </section>
  );
}
