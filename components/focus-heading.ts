import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus to the heading of what is shown, where what had it goes with what it did; `place` is by default the
 * page's main part. The card about the access to the site, which may stand first, is not what is shown there.
 */
export function focusHeading(place: ParentNode | null = document.querySelector('main')): void {
  const headings = [...(place?.querySelectorAll('h2') ?? [])];
  const heading = headings.find((one) => !one.closest('.access'));
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

/** Does so once `state`, undefined until it is known, changes and what had the focus is gone with what was shown before. */
export function useLostFocus(state: string | number | undefined): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== undefined && document.activeElement === document.body) focusHeading();
    before.current = state;
  }, [state]);
}
