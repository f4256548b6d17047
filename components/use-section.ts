import { useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../lib/messages.ts';
import { SECTIONS } from './sections.tsx';

/**
 * The section that the address names, and where it is put on the page: once the address names another one, or it comes
 * in place of the lock, the focus goes to its heading. Back and forward are the browser's own.
 */
export function useSection(vault: Status['vault'] | undefined) {
  const [section, setSection] = useState(sectionOfAddress);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const follow = () => setSection(sectionOfAddress());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) focusHeading(place.current);
    isFirst.current = false;
  }, [section]);
  const before = useRef(vault);
  useEffect(() => {
    // The field that had the focus is gone with the lock.
    if (before.current === 'locked' && vault === 'open') focusHeading(place.current);
    before.current = vault;
  }, [vault]);
  return { section, place };
}

function sectionOfAddress() {
  const named = SECTIONS.find(({ id }) => `#${id}` === location.hash);
  if (!named && location.hash !== '') history.replaceState(null, '', `#${SECTIONS[0].id}`);
  return named ?? SECTIONS[0];
}

/** Each section brings a heading of its own, which takes no focus by itself. */
function focusHeading(place: HTMLElement | null): void {
  const heading = place?.querySelector('h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
