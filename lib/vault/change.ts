import type { QuestionRecord } from '../challenge/answer.ts';
import { CodedError } from '../errors.ts';
import { inFlight } from '../in-flight.ts';
import type { JournalEntry } from '../messages.ts';
import { idOf } from './blind-index.ts';
import { base64Url, randomBytes } from './bytes.ts';
import { sealEntry } from './journal.ts';
import type { VaultKeys } from './keys.ts';
import { ASIDE_PREFIX, UNDO } from './layout.ts';
import { valuesOf } from './reading.ts';
import { conditionOf, sealRecord } from './record.ts';
import type { Sealed } from './seal.ts';
import type { Change, Shelf, Watch } from './shelf.ts';
import { makeSnapshot } from './undo.ts';

/** What a change writes; all of it or nothing. */
export interface Writing {
  put?: readonly QuestionRecord[];
  remove?: readonly string[];
  journal?: JournalEntry;
}

/**
 * Encrypts a writing into one change of the shelf, with the ids of the records put. A damaged value in its way is set
 * aside; one that a later code wrote is not touched: then it throws `vault-newer`. `undoableAt` is the time for a change
 * that can be taken back, as one that touches no record cannot; null for any other. A `watch` may end it.
 */
export async function encryptWriting(
  shelf: Shelf,
  { index, records: key }: VaultKeys,
  { put = [], remove = [], journal }: Writing,
  undoableAt: number | null,
  watch?: Watch,
): Promise<{ ids: string[]; change: Change }> {
  const sealOne = async (record: QuestionRecord): Promise<[string, Sealed]> => {
    const id = await idOf(index, record);
    return [id, await sealRecord(key, id, record)];
  };
  const puts = await inFlight(put, SEALED_AT_ONCE, sealOne, (count) => {
    watch?.onDone(count);
    watch?.signal.throwIfAborted();
  });
  const ids = puts.map(([id]) => id);
  const written = new Set(ids);
  const touched = [...new Set([...remove, ...ids])];
  const values = await valuesOf(shelf, touched);
  const before = touched.map((id, place): [string, unknown] => [id, values[place]]);
  const aside = await setAside(key, before);
  const absent = aside.map(([id]): [string, unknown] => [id, undefined]);
  // What touches nothing leaves in place what takes the change before it back.
  const snapshot =
    undoableAt === null || touched.length === 0
      ? []
      : [[UNDO, makeSnapshot(undoableAt, [...before, ...absent], puts)] as const];
  const entries = journal ? [await sealEntry(key, journal)] : [];
  return {
    ids,
    change: {
      put: [...aside, ...puts, ...entries, ...snapshot],
      remove: remove.filter((id) => !written.has(id)),
      ...(watch && { watch }),
    },
  };
}

/** Enough to keep the browser's threads busy, few enough to hear in time that a watch ends it. */
const SEALED_AT_ONCE = 250;

/** The damaged ones among stored values, under ids that nothing is written to. */
async function setAside(
  key: CryptoKey,
  stored: readonly (readonly [id: string, stored: unknown])[],
): Promise<[string, unknown][]> {
  // What was set aside before goes only when its owner says so.
  const records = stored.filter(([id, value]) => value !== undefined && !id.startsWith(ASIDE_PREFIX));
  const conditions = await Promise.all(records.map(([id, value]) => conditionOf(key, id, value)));
  if (conditions.includes('newer')) throw new CodedError('vault-newer');
  return records
    .filter((_, place) => conditions[place] === 'damaged')
    .map(([id, value]) => [`${ASIDE_PREFIX}${id}:${base64Url(randomBytes(6))}`, value]);
}
