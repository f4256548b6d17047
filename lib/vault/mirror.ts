import * as v from 'valibot';
import { CodedError } from '../errors.ts';
import { fromJson, toJson } from './json-bytes.ts';
import { pairSchema } from './pair.ts';
import { stampSchema } from './stamp.ts';

/** What is used of a storage area that outlives the browser (`browser.storage.local`). */
export interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What is known of a mirror without reading it. */
export type MirrorNote = v.InferOutput<typeof noteSchema>;

/** A copy of the vault's ciphertext outside the database. */
export interface Mirror {
  /** Null where there is none. */
  note(): Promise<MirrorNote | null>;
  /** All values; null where there is none, or the vault was too large. */
  read(): Promise<Map<string, unknown> | null>;
  /** Replaces all of it in one piece; null: by the note alone. Throws `storage-full`, also for more than 5 MB. */
  replace(values: Iterable<readonly [string, unknown]> | null, note: MirrorNote): Promise<void>;
  /** Drops the values, for where nothing can be written any more, and leaves the note as it is. */
  dropValues(): Promise<void>;
  drop(): Promise<void>;
}

/** Larger vaults have no mirror, in characters of JSON: browsers give the whole area 10 MB. */
const MIRROR_LIMIT = 5_000_000;

export const MIRROR_VALUES = 'vault-mirror';
export const MIRROR_NOTE = 'vault-mirror-note';

const noteSchema = v.object({
  ...stampSchema.entries,
  /** Ids that were put or removed here while the database was refused, and that it has yet to learn of. */
  ahead: v.array(v.string()),
});
const valuesSchema = v.array(pairSchema);

export function makeMirror(area: LocalArea): Mirror {
  return {
    async note() {
      const note = v.safeParse(noteSchema, (await area.get(MIRROR_NOTE))[MIRROR_NOTE]);
      return note.success ? note.output : null;
    },
    async read() {
      const values = v.safeParse(valuesSchema, (await area.get(MIRROR_VALUES))[MIRROR_VALUES]);
      return values.success ? new Map(values.output.map(([id, value]) => [id, fromJson(value)])) : null;
    },
    async replace(values, note) {
      const json = values && Array.from(values, ([id, value]) => [id, toJson(value)]);
      if (JSON.stringify(json).length > MIRROR_LIMIT) throw new CodedError('storage-full');
      await area.set({ [MIRROR_VALUES]: json, [MIRROR_NOTE]: note }).catch((cause: unknown) => {
        throw new CodedError('storage-full', { cause });
      });
    },
    dropValues: () => area.remove([MIRROR_VALUES]),
    drop: () => area.remove([MIRROR_VALUES, MIRROR_NOTE]),
  };
}
