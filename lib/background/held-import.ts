import { CodedError } from '../errors.ts';
import type { ImportProgress } from '../messages.ts';
import type { QcmEntry } from '../qcm/types.ts';
import type { Watch } from '../vault/shelf.ts';

/** Twice what one file may hold; beyond it several files at once are hostile, or none of these. */
const MAX_HELD = 400_000;

interface Held {
  id: string;
  entries: QcmEntry[];
  ending: AbortController;
  progress: ImportProgress;
}

/**
 * The entries of one import, which come in parts. They are in memory alone: until they are given up, another import
 * begins, or the worker ends, as it does after half a minute without a message.
 */
export class HeldImport {
  #held: Held | null = null;

  /** Adds entries to those held under an id, or begins anew with null. Returns the id. Throws `interrupted`, `bad-request`. */
  add(id: string | null, entries: readonly QcmEntry[]): string {
    if (id === null) this.#held = begin();
    const held = this.#find(id ?? this.#held?.id);
    if (held.entries.length + entries.length > MAX_HELD) throw new CodedError('bad-request');
    held.entries.push(...entries);
    return held.id;
  }

  /** Throws `interrupted` where they are not held any more. */
  entries(id: string): readonly QcmEntry[] {
    return this.#find(id).entries;
  }

  /** How far writing them is; null where they are not held any more. */
  progress(id: string): ImportProgress | null {
    return this.#held?.id === id ? this.#held.progress : null;
  }

  /** Follows writing this many records, each of which is done twice: encrypted, and put. */
  watch(id: string): Watch & { expect(records: number): void } {
    const { ending, progress } = this.#find(id);
    return {
      signal: ending.signal,
      expect: (records) => Object.assign(progress, { done: 0, of: records * 2 }),
      onDone: (records) => {
        progress.done += records;
      },
    };
  }

  /** Ends writing them where that is under way, and gives them up. */
  drop(id: string): void {
    if (this.#held?.id !== id) return;
    this.#held.ending.abort();
    this.#held = null;
  }

  #find(id: string | undefined): Held {
    if (!this.#held || this.#held.id !== id) throw new CodedError('interrupted');
    return this.#held;
  }
}

function begin(): Held {
  return {
    id: crypto.randomUUID(),
    entries: [],
    ending: new AbortController(),
    progress: { done: 0, of: 0 },
  };
}
