import { useRef, useState } from 'preact/hooks';

/**
 * For what takes a while: whether it is under way, and how to begin it. What is begun meanwhile is dropped. A button says
 * it with `aria-disabled`, as one that the browser disables would lose the focus.
 */
export function useBusy() {
  const [busy, setBusy] = useState(false);
  // A second press may come before anything is drawn anew.
  const isBusy = useRef(false);
  const start = async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      isBusy.current = false;
      setBusy(false);
    }
  };
  return { busy, start };
}
