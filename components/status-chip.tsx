import { i18n } from './i18n.ts';
import type { QuestionStatus } from './question-status.ts';

/** Every status with its sign and the key of its word, from the most trusted to the least. */
export const STATUSES = [
  { status: 'confirmed', sign: '✓', key: 'standing.confirmed' },
  { status: 'declared', sign: '•', key: 'standing.declared' },
  { status: 'unverified', sign: '?', key: 'standing.unverified' },
  { status: 'stale', sign: '↻', key: 'standing.stale' },
  { status: 'refused', sign: '✕', key: 'standing.refused' },
  { status: 'never', sign: '–', key: 'standing.never' },
] as const satisfies readonly { status: QuestionStatus; sign: string; key: string }[];

/** How an answer or a question stands, by sign and word, so that colour only repeats it. */
export function StatusChip({ status }: { status: QuestionStatus }) {
  const shown = STATUSES.find((one) => one.status === status) ?? STATUSES[0];
  return (
    <span class={`chip chip-${status}`}>
      <span aria-hidden="true">{shown.sign}</span> {i18n.t(shown.key)}
    </span>
  );
}
