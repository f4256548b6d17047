/** One change, all of which is written or nothing. */
export interface Change {
  put?: readonly (readonly [id: string, stored: unknown])[];
  remove?: readonly string[];
  /** Nothing at all is written where there is a value under this id. */
  unless?: string;
  watch?: Watch;
}

/** Who follows a long change, and may end it. */
export interface Watch {
  /** Ends the change, and nothing is written, unless all was written already. It then rejects with the signal's reason. */
  signal: AbortSignal;
  /** Hears of each record that is encrypted, and again when it is put, in numbers of them. */
  onDone(records: number): void;
}

/** A place where the vault's values lie under their ids. Rejects with `storage-refused` and `storage-full`. */
export interface Shelf {
  /** One value for each id, undefined where there is none. */
  get(ids: readonly string[]): Promise<unknown[]>;
  /** All values whose id begins with each prefix, sorted by id, as they were at one moment. */
  ranges(prefixes: readonly string[]): Promise<[id: string, stored: unknown][][]>;
  /** The same for many values, as they were at one moment: work on each part, which goes on while the next is read. */
  inParts<Value>(
    prefixes: readonly string[],
    work: (part: [id: string, stored: unknown][]) => Promise<Value>,
  ): Promise<Value[]>;
  /** The first `most` values whose id begins with a prefix and comes after `after`, sorted by id; null: from the first. */
  part(prefix: string, after: string | null, most: number): Promise<[id: string, stored: unknown][]>;
  /** Removes, puts, and keeps the journal at its length. */
  write(change: Change): Promise<void>;
}
