import * as v from 'valibot';
import { CodedError, codeOf } from '../errors.ts';
import { toJson } from './json-bytes.ts';
import { deviceMethodSchema } from './methods/device.ts';
import { PARAMETERS_REFUSED, passphraseMethodSchema } from './methods/passphrase.ts';
import { migrate, type Step } from './migrate.ts';

/** From each version of the vault's layout to the next. */
const STEPS: readonly Step[] = [];
const VAULT_VERSION = STEPS.length + 1;

/** How the vault key is got at: each method wraps the same key. A new method is a file of its own and a line here. */
const methodSchema = v.variant('kind', [deviceMethodSchema, passphraseMethodSchema]);

const headerSchema = v.strictObject({
  v: v.literal(VAULT_VERSION),
  methods: v.pipe(v.array(methodSchema), v.minLength(1)),
});

export type Header = v.InferOutput<typeof headerSchema>;

export function makeHeader(methods: Header['methods']): Header {
  return { v: VAULT_VERSION, methods };
}

/**
 * The header from what is stored under its key; null when nothing is. Throws `vault-newer` for a later version than
 * this code knows, `vault-parameters` for a cost out of bounds, `vault-damaged` for anything else: such a header is
 * never overwritten.
 */
export function parseHeader(stored: unknown): Header | null {
  if (stored === undefined) return null;
  const migrated = migrate(stored, STEPS);
  if (migrated?.isNewer) throw new CodedError('vault-newer');
  const header = v.safeParse(headerSchema, migrated?.value);
  if (header.success) return header.output;
  const isRefused = header.issues.some(({ message }) => message === PARAMETERS_REFUSED);
  throw new CodedError(isRefused ? PARAMETERS_REFUSED : 'vault-damaged');
}

/** Whether no version's code would make a header of what is stored. */
export function isDamaged(stored: unknown): boolean {
  try {
    return parseHeader(stored) === null;
  } catch (error) {
    return codeOf(error) !== 'vault-newer';
  }
}

/** Whether this code reads the same header in both; a place in storage may give its parts in another order. */
export function isSameHeader(one: unknown, other: unknown): boolean {
  try {
    return print(one) === print(other);
  } catch {
    return false;
  }
}

const print = (stored: unknown) => JSON.stringify(toJson(parseHeader(stored)));
