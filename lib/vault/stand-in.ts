import { CodedError } from '../errors.ts';
import { parseHeader } from './header.ts';
import { HEADER, JOURNAL_LENGTH, JOURNAL_PREFIX, STAMP } from './layout.ts';
import type { Mirror } from './mirror.ts';
import type { Change, Shelf } from './shelf.ts';
import { nextStamp } from './stamp.ts';

/**
 * The mirror as the vault's place while the browser refuses the database. Only for a vault that is opened with a
 * passphrase: a device's key must not lie beside its ciphertext. For any other it rejects with `storage-refused`.
 */
export function makeStandIn(mirror: Mirror): Shelf {
  const read = async () => {
    const values = await mirror.read();
    if (!values || !needsPassphrase(values)) throw new CodedError('storage-refused');
    return values;
  };
  const sorted = async () => [...(await read())].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    async get(ids) {
      const values = await read();
      return ids.map((id) => values.get(id));
    },
    async ranges(prefixes) {
      const values = await sorted();
      return prefixes.map((prefix) => values.filter(([id]) => id.startsWith(prefix)));
    },
    async inParts(prefixes, work) {
      const values = await sorted();
      return Promise.all(prefixes.map((prefix) => work(values.filter(([id]) => id.startsWith(prefix)))));
    },
    async part(prefix, after, most) {
      const values = await sorted();
      return values.filter(([id]) => id.startsWith(prefix) && (after === null || id > after)).slice(0, most);
    },
    async write(change) {
      const note = await mirror.note();
      // A note without values is of a vault that is only in the database.
      const values = note ? await read() : new Map<string, unknown>();
      if (change.unless !== undefined && values.has(change.unless)) return;
      const stamp = nextStamp(note);
      const touched = apply(values, { ...change, put: [...(change.put ?? []), [STAMP, stamp]] });
      if (!needsPassphrase(values)) throw new CodedError('storage-refused');
      const ahead = [...new Set([...(note?.ahead ?? []), ...touched])];
      await mirror.replace(values, { ...stamp, ahead });
    },
  };
}

/** Changes the values, and returns the ids of those that were put or removed. */
function apply(values: Map<string, unknown>, { put = [], remove = [] }: Change): string[] {
  for (const id of remove) values.delete(id);
  for (const [id, stored] of put) values.set(id, stored);
  const entries = [...values.keys()].filter((id) => id.startsWith(JOURNAL_PREFIX)).sort();
  const old = entries.slice(0, -JOURNAL_LENGTH);
  for (const id of old) values.delete(id);
  return [...remove, ...put.map(([id]) => id), ...old];
}

/** Whether what is under these ids is of a vault that no key of this device opens. */
export function needsPassphrase(values: ReadonlyMap<string, unknown>): boolean {
  return parseHeader(values.get(HEADER))?.methods.every(({ kind }) => kind !== 'device') ?? false;
}
