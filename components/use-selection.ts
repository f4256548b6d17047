import { useState } from 'preact/hooks';
import type { Entry } from './arrange.ts';

/** What is selected among what was found: never a question that the owner does not have in the list. */
export function useSelection(found: readonly Entry[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selected = found.flatMap(({ question }) => (ids.has(question.id) ? [question.id] : []));
  return {
    selected,
    isSelected: (id: string) => ids.has(id),
    select(id: string, isSelected: boolean) {
      const next = new Set(ids);
      if (isSelected) next.add(id);
      else next.delete(id);
      setIds(next);
    },
    selectAll: () => setIds(new Set(found.map(({ question }) => question.id))),
    selectNone: () => setIds(new Set()),
  };
}
