import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ask } from '../lib/ask.ts';
import type { Draft } from '../lib/messages.ts';

/** Where what is unfinished is kept while the popup is closed. */
export interface Drafts {
  read(): Promise<Draft | null>;
  keep(draft: Draft | null): void;
}

const NOTHING: Draft = { query: '', editing: null };

/** Drafts that the background keeps. A draft that cannot be kept is no reason to disturb whoever writes it. */
export function draftsOf(ask: Ask): Drafts {
  return {
    read: () => ask('draft', {}).catch(() => null),
    keep: (draft) => void ask('keepDraft', { draft }).catch(() => null),
  };
}

/** What was unfinished when the page was last closed, null until that is known, and how to keep what is now. */
export function useDraft(drafts: Drafts | null) {
  const [draft, setDraft] = useState<Draft | null>(drafts ? null : NOTHING);
  const current = useRef(NOTHING);
  // Nothing of the list is shown before it is known, so it is asked for at once.
  useLayoutEffect(() => {
    void drafts?.read().then((read) => {
      current.current = read ?? NOTHING;
      setDraft(current.current);
    });
  }, []);
  const keep = (change: Partial<Draft>) => {
    current.current = { ...current.current, ...change };
    const { query, editing } = current.current;
    drafts?.keep(query === '' && editing === null ? null : current.current);
  };
  return { draft, keep };
}
