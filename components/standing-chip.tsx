import { i18n } from '#i18n';
import type { Standing } from '../lib/challenge/answer.ts';

const KEYS = {
  confirmed: 'standing.confirmed',
  declared: 'standing.declared',
  unverified: 'standing.unverified',
  refused: 'standing.refused',
  never: 'standing.never',
} as const satisfies Record<Standing | 'never', string>;

const SIGNS: Record<Standing | 'never', string> = {
  confirmed: '✓',
  declared: '•',
  unverified: '?',
  refused: '✕',
  never: '–',
};

/** Where an answer comes from, by sign and word, so that colour only repeats it. */
export function StandingChip({ standing }: { standing: Standing | 'never' }) {
  return (
    <span class={`chip chip-${standing}`}>
      <span aria-hidden="true">{SIGNS[standing]}</span> {i18n.t(KEYS[standing])}
    </span>
  );
}
