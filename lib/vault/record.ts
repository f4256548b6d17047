import * as v from 'valibot';
import type { QuestionRecord } from '../challenge/answer.ts';
import { CodedError, codeOf } from '../errors.ts';
import { fromUtf8, utf8 } from './bytes.ts';
import { migrate, type Step } from './migrate.ts';
import { type Sealed, seal, unseal } from './seal.ts';

/** From each version of a record's content to the next. */
const STEPS: readonly Step[] = [];
const RECORD_VERSION = STEPS.length + 1;

/** Encrypts a record for its id. */
export function sealRecord(key: CryptoKey, id: string, record: QuestionRecord): Promise<Sealed> {
  return seal(key, 'record', id, utf8(JSON.stringify({ ...record, v: RECORD_VERSION })));
}

/**
 * The record stored under `id`; of one that a later code wrote, what this one understands. Throws `record-damaged`, or
 * `vault-newer` where it understands nothing.
 */
export async function unsealRecord(key: CryptoKey, id: string, stored: unknown): Promise<QuestionRecord> {
  return (await open(key, id, stored)).record;
}

/** What is known of a stored value: one that is `newer` may be read, but not written over. */
export async function conditionOf(
  key: CryptoKey,
  id: string,
  stored: unknown,
): Promise<'absent' | 'sound' | 'damaged' | 'newer'> {
  if (stored === undefined) return 'absent';
  try {
    return (await open(key, id, stored)).isNewer ? 'newer' : 'sound';
  } catch (error) {
    return codeOf(error) === 'vault-newer' ? 'newer' : 'damaged';
  }
}

async function open(key: CryptoKey, id: string, stored: unknown) {
  const plaintext = await unseal(key, 'record', id, stored);
  const migrated = migrate(parseJson(fromUtf8(plaintext)), STEPS);
  const record = v.safeParse(recordSchema, migrated?.value);
  if (migrated && record.success) return { record: record.output, isNewer: migrated.isNewer };
  throw new CodedError(migrated?.isNewer ? 'vault-newer' : 'record-damaged');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const time = v.number();
const recordSchema: v.GenericSchema<unknown, QuestionRecord> = v.object({
  account: v.nullable(v.string()),
  question: v.string(),
  answers: v.array(
    v.object({
      text: v.string(),
      standing: v.picklist(['confirmed', 'declared', 'unverified', 'refused']),
      addedAt: time,
      confirmedAt: v.exactOptional(time),
      refusedAt: v.exactOptional(time),
      usedAt: v.exactOptional(time),
    }),
  ),
  addedAt: time,
  position: v.number(),
  never: v.exactOptional(v.literal(true)),
});
