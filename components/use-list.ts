import { useEffect, useMemo, useState } from 'preact/hooks';
import type { QuestionSummary } from '../lib/messages.ts';
import { type Filter, narrow, prepare, type Sort, sort } from './arrange.ts';
import type { QuestionStatus } from './question-status.ts';

/** Rows drawn at once: more than a window shows, and few enough that a key in the search is answered at once. */
const AT_ONCE = 16;
/** The rest of them follows once nothing was typed for so long, in milliseconds. */
const REST_AFTER = 100;
/** Rows shown at first, and added each time; find-in-page and screen readers work on all that are there. */
const CHUNK = 200;

const EVERYTHING: Filter = { query: '', status: null, account: null };

/** The list as it is searched, filtered, sorted, and shown part by part. */
export function useList(questions: readonly QuestionSummary[], query: string, status: QuestionStatus | null) {
  const [filter, setFilter] = useState<Filter>({ ...EVERYTHING, query, status });
  const [by, setBy] = useState<Sort>('added');
  const [shown, setShown] = useState(AT_ONCE);
  // With 10,000 questions a key in the search must cost neither folding nor sorting.
  const entries = useMemo(() => prepare(questions, Date.now()), [questions]);
  const sorted = useMemo(() => sort(entries, by), [entries, by]);
  const found = useMemo(() => narrow(sorted, filter), [sorted, filter]);
  useEffect(() => {
    if (shown !== AT_ONCE || found.length <= AT_ONCE) return;
    const timer = setTimeout(() => setShown(CHUNK), REST_AFTER);
    return () => clearTimeout(timer);
  }, [shown, found]);
  const narrowTo = (change: Partial<Filter>) => {
    setFilter({ ...filter, ...change });
    setShown(AT_ONCE);
  };
  return {
    entries,
    found,
    visible: found.slice(0, shown),
    hasMore: found.length > Math.max(shown, CHUNK),
    showMore: () => setShown(shown + CHUNK),
    filter,
    narrowTo,
    showAll: () => narrowTo(EVERYTHING),
    by,
    sortBy: setBy,
  };
}
