import { pause } from './pause.ts';
import type { Steps } from './qcm/steps.ts';

/** Who follows long work, and may end it. */
export interface Pace {
  /** Ends it: the work then rejects with the signal's reason. */
  signal: AbortSignal;
  /** Hears how much of it is done, from 0 to 1. */
  onProgress(done: number): void;
}

/** The pace of a part of some work, which is from one share of it to another. */
export function part({ signal, onProgress }: Pace, from: number, to: number): Pace {
  return { signal, onProgress: (done) => onProgress(from + done * (to - from)) };
}

/** Work goes on for this long before all else has its turn, in milliseconds: half a frame. */
const SLICE = 8;

/** Does work in steps and lets a page draw, and messages be heard, in between. */
export async function inSlices<Value>(steps: Steps<Value>, { signal, onProgress }: Pace): Promise<Value> {
  for (;;) {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value);
    await pause();
    signal.throwIfAborted();
  }
}
