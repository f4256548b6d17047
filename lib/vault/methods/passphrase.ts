import * as v from 'valibot';
import { CodedError } from '../../errors.ts';
import { bytesSchema, randomBytes, utf8 } from '../bytes.ts';
import { seal, sealedSchema, unseal } from '../seal.ts';

/** The code for a cost out of bounds; the schema's issues carry it, so that a header's reader can tell it apart. */
export const PARAMETERS_REFUSED = 'vault-parameters';

/**
 * Iterations of PBKDF2-HMAC-SHA-256 that are accepted. The least is OWASP's (Password Storage Cheat Sheet, 2023); the
 * most keeps a doctored header from holding a processor for minutes.
 */
const LEAST_ITERATIONS = 600_000;
const MOST_ITERATIONS = 2_000_000;
/** What a new wrap takes at least. It may rise above what is accepted: an older wrap is made again when it is opened. */
export const ITERATION_FLOOR = LEAST_ITERATIONS;

/** 128 bits, as NIST SP 800-132, section 5.1 asks. */
const SALT_BYTES = 16;
/** A passphrase has this many characters at least. */
const PASSPHRASE_LENGTH = 10;

const iterationsSchema = v.custom<number>(
  (value) => Number.isInteger(value) && Number(value) >= LEAST_ITERATIONS && Number(value) <= MOST_ITERATIONS,
  PARAMETERS_REFUSED,
);

const costSchema = v.object({
  salt: bytesSchema(SALT_BYTES, SALT_BYTES, PARAMETERS_REFUSED),
  iterations: iterationsSchema,
});

/** Unlocks with a passphrase, which is stored nowhere. */
export const passphraseMethodSchema = v.strictObject({
  kind: v.literal('passphrase'),
  ...costSchema.entries,
  wrapped: sealedSchema,
});

export type PassphraseMethod = v.InferOutput<typeof passphraseMethodSchema>;
type Cost = v.InferOutput<typeof costSchema>;

const PURPOSE = 'wrap-passphrase';
const ID = 'header';

/**
 * The vault key wrapped with a passphrase, under a fresh salt. Throws `passphrase-weak` under 10 characters, and
 * `vault-parameters` for iterations out of bounds; neither derives anything.
 */
export async function wrapWithPassphrase(
  vaultKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  iterations: number,
): Promise<PassphraseMethod> {
  if ([...normalise(passphrase)].length < PASSPHRASE_LENGTH) throw new CodedError('passphrase-weak');
  const cost = { salt: randomBytes(SALT_BYTES), iterations };
  const wrapped = await seal(await deriveWrappingKey(passphrase, cost), PURPOSE, ID, vaultKey);
  return { kind: 'passphrase', ...cost, wrapped };
}

/**
 * The vault key. Throws `vault-parameters` before anything is derived, and `wrong-passphrase` for any that does not
 * open the wrap: a wrap that is damaged cannot be told from it.
 */
export async function unwrapWithPassphrase(
  { wrapped, ...cost }: PassphraseMethod,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await deriveWrappingKey(passphrase, cost);
  try {
    return await unseal(key, PURPOSE, ID, wrapped);
  } catch (cause) {
    const isOther = cause instanceof CodedError && cause.code !== 'record-damaged';
    throw isOther ? cause : new CodedError('wrong-passphrase', { cause });
  }
}

/** About this long does one derivation take, in milliseconds: not felt by who unlocks, dear to who guesses. */
const TARGET = 300;
/** Iterations of the derivation that is timed. */
const SAMPLE = 100_000;

/**
 * The iterations that take this device about 300 ms, within the bounds. `measure` derives with that many iterations
 * and returns the milliseconds it took.
 */
export async function calibrateIterations(
  measure: (iterations: number) => Promise<number> = time,
): Promise<number> {
  const taken = await measure(SAMPLE);
  // Browsers that guard against fingerprinting round their clocks: 0 ms tells nothing of the device.
  if (!(taken > 0)) return ITERATION_FLOOR;
  const fitting = Math.round((SAMPLE * TARGET) / taken);
  return Math.min(Math.max(fitting, ITERATION_FLOOR), MOST_ITERATIONS);
}

async function time(iterations: number): Promise<number> {
  // Firefox keeps what it derived last: with a salt that it knows, the second measurement would take no time at all.
  const salt = randomBytes(SALT_BYTES);
  const start = performance.now();
  await derive('memo-qcm', { salt, iterations });
  return performance.now() - start;
}

async function deriveWrappingKey(passphrase: string, cost: Cost): Promise<CryptoKey> {
  if (!v.is(costSchema, cost)) throw new CodedError(PARAMETERS_REFUSED);
  return derive(passphrase, cost);
}

/** PBKDF2-HMAC-SHA-256 (RFC 8018, section 5.2). */
async function derive(passphrase: string, cost: Cost): Promise<CryptoKey> {
  const source = await crypto.subtle.importKey('raw', utf8(normalise(passphrase)), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', ...cost };
  return crypto.subtle.deriveKey(pbkdf2, source, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** One keyboard writes é as one character, another as e and an accent: NFKC makes one text of both (NIST SP 800-63B, section 5.1.1.2). */
function normalise(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
