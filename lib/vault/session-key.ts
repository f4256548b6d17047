import * as v from 'valibot';
import { fromBase64, toBase64 } from './bytes.ts';

/** What is used of a storage area that ends with the browser and that no page reaches (`browser.storage.session`). */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The lock: while it holds the vault key, the vault is unlocked. */
export interface SessionKey {
  /** Holds the key of a vault until it was not taken for `minutes`, or until the browser exits where that is null. */
  hold(vaultKey: Uint8Array, vault: string, minutes: number | null): Promise<void>;
  /** The vault key; null when locked, also where it is known to be of another vault than `vault`. Puts the deadline off. */
  take(vault?: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The same, for who asks without using the vault: the deadline stays. */
  look(vault?: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Locks. */
  drop(): Promise<void>;
}

/** Where the unlocked key is in the area. */
export const SESSION_KEY = 'vault-key';
/** A use is written down when the last one that was is this old, in milliseconds: a lock may be early by as much. */
const USE_STEP = 10_000;
const MINUTE = 60_000;
/** A drop that comes between a use's reading and its writing would be undone by it: each runs alone. */
const LOCK = 'memo-qcm-session-key';

/**
 * The vault key in a session area, as base64: such areas keep JSON alone, and make {} of bytes and keys. The deadline is
 * stored beside it and checked at each use, since no timer outlives the worker; doubt locks: what cannot be read, is
 * another vault's, or was used later than now.
 */
export function makeSessionKey(area: SessionArea, locks: LockManager, now: () => number): SessionKey {
  const alone = <Value>(work: () => Promise<Value>): Promise<Value> => locks.request(LOCK, work);

  const find = async (isUse: boolean, vault?: string) => {
    const stored = (await area.get(SESSION_KEY))[SESSION_KEY];
    if (stored === undefined) return null;
    const held = v.safeParse(heldSchema, stored);
    if (!held.success || isOver(held.output, now()) || (vault && vault !== held.output.vault)) {
      await area.remove(SESSION_KEY);
      return null;
    }
    if (isUse && now() - held.output.usedAt >= USE_STEP)
      await area.set({ [SESSION_KEY]: { ...held.output, usedAt: now() } });
    return fromBase64(held.output.key);
  };

  return {
    hold: (vaultKey, vault, minutes) =>
      alone(async () => {
        const held: Held = { key: toBase64(vaultKey), vault, unlockedAt: now(), usedAt: now(), minutes };
        // Parsed before it is stored too: a delay that is no number would be stored as null, which never ends.
        await area.set({ [SESSION_KEY]: v.parse(heldSchema, held) });
      }),
    take: (vault) => alone(() => find(true, vault)),
    look: (vault) => alone(() => find(false, vault)),
    drop: () => alone(() => area.remove(SESSION_KEY)),
  };
}

function isOver({ usedAt, minutes }: Held, now: number): boolean {
  return now < usedAt || (minutes !== null && now > usedAt + minutes * MINUTE);
}

const time = v.pipe(v.number(), v.safeInteger());
/** The base64 of 32 bytes: 43 letters and one that pads. */
const KEY_TEXT = /^[A-Za-z0-9+/]{43}=$/;
const heldSchema = v.strictObject({
  key: v.custom<string>((value) => typeof value === 'string' && KEY_TEXT.test(value)),
  vault: v.string(),
  unlockedAt: time,
  usedAt: time,
  minutes: v.nullable(v.pipe(time, v.minValue(0))),
});

type Held = v.InferOutput<typeof heldSchema>;
