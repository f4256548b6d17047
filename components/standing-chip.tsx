import { i18n } from '#i18n';
import type { Standing } from '../lib/challenge/answer.ts';

const KEYS = {
  confirmed: 'standing.confirmed',
  declared: 'standing.declared',
  unverified: 'standing.unverified',
  refused: 'standing.refused',
} as const satisfies Record<Standing, string>;

const SIGNS: Record<Standing, string> = { confirmed: '✓', declared: '•', unverified: '?', refused: '✕' };

/** Where an answer comes from, by sign and word, so that colour only repeats it. */
export function StandingChip({ standing }: { standing: Standing }) {
  return (
    <span class={`chip chip-${standing}`}>
      <span aria-hidden="true">{SIGNS[standing]}</span> {i18n.t(KEYS[standing])}
    </span>
  );
}
