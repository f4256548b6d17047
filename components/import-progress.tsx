import { useId } from 'preact/hooks';
import { i18n } from './i18n.ts';

/** What an import is about. */
export type ImportPhase = 'read' | 'compare' | 'write';

const KEYS = {
  read: 'import.progress.read',
  compare: 'import.progress.compare',
  write: 'import.progress.write',
} as const satisfies Record<ImportPhase, string>;

interface Props {
  phase: ImportPhase;
  /** From 0 to 1; null where nobody knows. */
  done: number | null;
  onCancel(): void;
}

/** How far a long import is, spoken at each quarter, and the button that ends it. */
export function ImportProgress({ phase, done, onCancel }: Props) {
  const id = useId();
  const quarter = Math.floor((done ?? 0) * 4) * 25;
  return (
    <div class="work">
      <label for={id}>{i18n.t(KEYS[phase])}</label>
      <progress id={id} max={1} {...(done !== null && { value: done })} />
      <span role="status">{quarter > 0 && i18n.t('import.progress.share', [quarter])}</span>
      <button type="button" onClick={onCancel}>
        {i18n.t('import.progress.cancel')}
      </button>
    </div>
  );
}
