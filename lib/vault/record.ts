import * as v from 'valibot';
import type { QuestionRecord } from '../challenge/answer.ts';
import { CodedError } from '../errors.ts';
import { utf8 } from './bytes.ts';
import { type Sealed, seal, unseal } from './seal.ts';

/** The version of a record's content. */
const RECORD_VERSION = 1;

/** Encrypts a record for its id. */
export function sealRecord(key: CryptoKey, id: string, record: QuestionRecord): Promise<Sealed> {
  return seal(key, 'record', id, utf8(JSON.stringify({ v: RECORD_VERSION, ...record })));
}

/** The record stored under `id`. Throws `record-damaged`, or `vault-newer` for a later version than this code knows. */
export async function unsealRecord(key: CryptoKey, id: string, stored: unknown): Promise<QuestionRecord> {
  const plaintext = new TextDecoder().decode(await unseal(key, 'record', id, stored));
  const { v: version, ...record } = parse(plaintext);
  if (version > RECORD_VERSION) throw new CodedError('vault-newer');
  return record;
}

function parse(plaintext: string) {
  try {
    return v.parse(recordSchema, JSON.parse(plaintext));
  } catch (cause) {
    throw new CodedError('record-damaged', { cause });
  }
}

const time = v.number();
const recordSchema = v.object({
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
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
});
