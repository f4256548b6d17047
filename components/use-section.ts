import { useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../lib/messages.ts';
import { focusHeading, useLostFocus } from './focus-heading.ts';
import { SECTIONS } from './sections.tsx';

/**
 * The section that the address names: once that is another one, or it comes in place of the lock or the first run, the
 * focus goes to its heading. Back and forward are the browser's own.
 */
export function useSection(vault: Status['vault'] | undefined) {
  const [section, setSection] = useState(sectionOfAddress);
  useEffect(() => {
    const follow = () => setSection(sectionOfAddress());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) focusHeading();
    isFirst.current = false;
  }, [section]);
  useLostFocus(vault);
  return section;
}

function sectionOfAddress() {
  // What is to be shown in it may follow its name.
  const [name] = location.hash.split('?');
  const named = SECTIONS.find(({ id }) => `#${id}` === name);
  if (!named && location.hash !== '') history.replaceState(null, '', `#${SECTIONS[0].id}`);
  return named ?? SECTIONS[0];
}
