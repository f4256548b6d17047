import { viewOf } from './dom.ts';

const SECOND = 1_000;
/** What a person does who does not want it: any key, any click, a touch. */
const OBJECTIONS = ['keydown', 'pointerdown', 'click'] as const;

/**
 * Counts down in sight of the owner, calling `onTick` with the seconds that are left, then `onDone`. Any key, click or
 * touch of theirs in one of `documents` calls `onCancel` instead, and so does a tab that nobody looks at. Ends without a
 * word with `signal`.
 */
export function countDown(
  seconds: number,
  documents: readonly Document[],
  signal: AbortSignal,
  { onTick, onDone, onCancel }: { onTick(left: number): void; onDone(): void; onCancel(): void },
): void {
  const life = new AbortController();
  const end = (then: () => void) => {
    if (life.signal.aborted) return;
    life.abort();
    then();
  };
  const objections = { capture: true, passive: true, signal: life.signal };
  signal.addEventListener('abort', () => life.abort(), { signal: life.signal });
  const object = (event: Event) => {
    if (event.isTrusted) end(onCancel);
  };
  for (const document of documents) {
    const page = viewOf(document);
    for (const type of OBJECTIONS) page.addEventListener(type, object, objections);
    page.addEventListener('visibilitychange', () => end(onCancel), { signal: life.signal });
  }
  const tick = (left: number) => {
    if (life.signal.aborted) return;
    if (left === 0) return end(onDone);
    onTick(left);
    setTimeout(tick, SECOND, left - 1);
  };
  if (documents.some(({ visibilityState }) => visibilityState !== 'visible')) end(onCancel);
  else tick(seconds);
}
