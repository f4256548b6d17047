import { useEffect, useRef, useState } from 'preact/hooks';
import type { HealthKind } from '../lib/health/kinds.ts';
import type { HealthFinding } from '../lib/messages.ts';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';

/** What is found, read anew with every list, and mending it; `findings` is null until it was read. */
export function useHealth(vault: Vault) {
  const [findings, setFindings] = useState<readonly HealthFinding[] | null>(null);
  const section = useRef<HTMLElement>(null);
  const isMending = useRef(false);
  /** Where the button was that was pressed: its kind, and its place among that kind's buttons. */
  const pressed = useRef<{ kind: HealthKind; place: number } | null>(null);

  useEffect(() => {
    let isLate = false;
    void vault.attempt('health', {}).then((found) => {
      if (found && !isLate) setFindings(found);
    });
    return () => {
      isLate = true;
    };
  }, [vault.questions]);

  // A button that mended goes with what it mended: the one in its place has the focus then, or the heading.
  useEffect(() => {
    const { current: last } = pressed;
    if (!last || document.activeElement !== document.body) return;
    pressed.current = null;
    const buttons = buttonsOf(section.current, last.kind);
    const next = buttons[Math.min(last.place, buttons.length - 1)];
    (next ?? section.current?.querySelector('h2'))?.focus();
  }, [findings]);

  const mend = async (kind: HealthKind, chosen: readonly HealthFinding[]) => {
    if (isMending.current) return;
    isMending.current = true;
    const place = buttonsOf(section.current, kind).findIndex((button) => button.matches(':focus'));
    pressed.current = { kind, place };
    const isMade = await vault.change(
      'mend',
      { kind, ids: chosen.flatMap(({ ids }) => ids) },
      ({ mended }) => ({
        text: i18n.t('health.mended', mended),
        undo: i18n.t('common.undo'),
      }),
    );
    isMending.current = false;
    if (!isMade) pressed.current = null;
  };

  return { findings, mend, section };
}

function buttonsOf(section: HTMLElement | null, kind: HealthKind): HTMLButtonElement[] {
  return [...(section?.querySelectorAll<HTMLButtonElement>(`[data-kind=${kind}] button`) ?? [])];
}
