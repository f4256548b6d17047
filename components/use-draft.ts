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
  const query = useRef('');
  /** What is in the forms that are open, the last changed last: that one is kept. */
  const forms = useRef(new Map<string | null, Draft['editing']>());
  // Nothing of the list is shown before it is known, so it is asked for at once.
  useLayoutEffect(() => {
    void drafts?.read().then((read) => {
      if (read) query.current = read.query;
      if (read?.editing) forms.current.set(read.editing.id, read.editing);
      setDraft(read ?? NOTHING);
    });
  }, []);
  const keep = () => {
    const editing = [...forms.current.values()].at(-1) ?? null;
    drafts?.keep(query.current === '' && editing === null ? null : { query: query.current, editing });
  };
  return {
    draft,
    keepQuery(text: string) {
      query.current = text;
      keep();
    },
    /** What is in the form of a question (`id` null where it is being added), null once that is closed. */
    keepEditing(id: string | null, editing: Draft['editing']) {
      forms.current.delete(id);
      if (editing) forms.current.set(id, editing);
      keep();
    },
  };
}
