import type { Ask } from '../lib/ask.ts';
import type { Pace } from '../lib/in-slices.ts';
import { ENTRIES_AT_ONCE } from '../lib/messages.ts';
import type { QcmEntry } from '../lib/qcm/types.ts';

/** Hands all entries over to the background, part by part, and returns the id that they are held under. Throws as `ask`. */
export async function holdEntries(ask: Ask, entries: readonly QcmEntry[], pace: Pace): Promise<string> {
  let held: string | null = null;
  for (let start = 0; start < entries.length; start += ENTRIES_AT_ONCE) {
    const part = entries.slice(start, start + ENTRIES_AT_ONCE);
    const reply: { held: string } = await ask('holdEntries', { held, entries: part });
    held = reply.held;
    pace.onProgress((start + part.length) / entries.length);
    pace.signal.throwIfAborted();
  }
  return held ?? (await ask('holdEntries', { held, entries: [] })).held;
}
