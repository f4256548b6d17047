import type { Ask } from '../lib/ask.ts';
import type { Pace } from '../lib/in-slices.ts';

/** How often the background is asked how far it is, in milliseconds. */
const EVERY = 100;

/**
 * While the background imports what it holds: tells how far that is, and ends it as soon as its owner does. Returns what
 * stops following it.
 */
export function followImport(ask: Ask, held: string, { signal, onProgress }: Pace): () => void {
  // What came of the import, its own reply says.
  const quietly = (): null => null;
  const drop = () => void ask('dropImport', { held }).catch(quietly);
  let isAsking = false;
  const timer = setInterval(async () => {
    // A busy background hears one message at a time: questions that pile up would stand before the word to end it.
    if (isAsking) return;
    isAsking = true;
    const progress = await ask('importProgress', { held }).catch(quietly);
    isAsking = false;
    if (progress && progress.of > 0) onProgress(progress.done / progress.of);
  }, EVERY);
  signal.addEventListener('abort', drop);
  return () => {
    clearInterval(timer);
    signal.removeEventListener('abort', drop);
  };
}
