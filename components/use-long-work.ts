import { useEffect, useRef, useState } from 'preact/hooks';
import type { Pace } from '../lib/in-slices.ts';

/** Work that is over sooner is not spoken of, in milliseconds. */
const LONG = 300;
/** So many steps does a bar make. */
const STEPS = 50;

/** What takes a while: at most one thing at a time, each under a name, and its owner may end it. */
export function useLongWork<Name extends string>() {
  const [name, setName] = useState<Name | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [isLong, setLong] = useState(false);
  const current = useRef<AbortController | null>(null);

  useEffect(() => {
    if (name === null) return;
    const timer = setTimeout(() => setLong(true), LONG);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [name]);

  /** Does the work, in place of any before; null where it was ended. */
  const run = async <Value>(title: Name, work: (pace: Pace) => Promise<Value>): Promise<Value | null> => {
    current.current?.abort();
    const ending = new AbortController();
    current.current = ending;
    const { signal } = ending;
    const isCurrent = () => current.current === ending;
    setName(title);
    setDone(null);
    const onProgress = (share: number) => isCurrent() && setDone(Math.floor(share * STEPS) / STEPS);
    try {
      return await work({ signal, onProgress });
    } catch (error) {
      // What fails once it was ended, does so for that.
      if (!signal.aborted) throw error;
      return null;
    } finally {
      if (isCurrent()) setName(null);
    }
  };

  return {
    /** What there is to show; null while nothing takes long. `done` is null where nobody knows. */
    shown: name !== null && isLong ? { name, done } : null,
    run,
    end: () => current.current?.abort(),
  };
}
