import type { ImportCounts } from '../lib/qcm/plan.ts';
import { i18n } from './i18n.ts';

const KEYS = {
  added: 'import.count.added',
  merged: 'import.count.merged',
  unchanged: 'import.count.unchanged',
  toVerify: 'import.count.toVerify',
  conflicts: 'import.count.conflicts',
} as const satisfies Record<keyof ImportCounts, string>;

const ORDER = ['added', 'merged', 'unchanged', 'toVerify', 'conflicts'] as const;

/** What an import does in numbers, and what the two that need thought mean. */
export function ImportCountsView({ counts }: { counts: ImportCounts }) {
  return (
    <>
      <ul class="counts">
        {ORDER.map((name) => (
          <li key={name} class={counts[name] === 0 ? 'none' : ''}>
            <strong>{counts[name]}</strong> {i18n.t(KEYS[name], counts[name])}
          </li>
        ))}
      </ul>
      {counts.toVerify > 0 && <p class="hint">{i18n.t('import.toVerifyHint')}</p>}
      {counts.conflicts > 0 && <p class="hint">{i18n.t('import.conflictsHint')}</p>}
    </>
  );
}
