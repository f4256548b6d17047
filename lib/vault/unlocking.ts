import { CodedError } from '../errors.ts';
import type { JournalEntry } from '../messages.ts';
import { type Header, makeHeader } from './header.ts';
import { sealEntry } from './journal.ts';
import { toJson } from './json-bytes.ts';
import { deriveKeys } from './keys.ts';
import { DEVICE_KEY, HEADER, STAMP } from './layout.ts';
import { wrapForDevice } from './methods/device.ts';
import {
  calibrateIterations,
  ITERATION_FLOOR,
  type PassphraseMethod,
  unwrapWithPassphrase,
  wrapWithPassphrase,
} from './methods/passphrase.ts';
import { methodIn, type Opening } from './opening.ts';
import type { SessionKey } from './session-key.ts';
import type { Shelves } from './shelves.ts';
import { vaultOf } from './stamp.ts';

/** What unlocks the vault, and how that is changed. Records are never touched: each method wraps the same vault key. */
export interface Unlocking {
  /** What the vault is unlocked with; null where there is no vault. Throws a header's errors. */
  method(): Promise<'device' | 'passphrase' | null>;
  /**
   * Has an open vault ask for this passphrase from now on; it stays open. From a device vault, the device's key goes for
   * good. Throws `passphrase-weak`, `vault-locked`, `vault-absent`.
   */
  setPassphrase(passphrase: string): Promise<void>;
  /** Gives another passphrase, open or not. Throws `wrong-passphrase`, `passphrase-weak`, `vault-absent`. */
  changePassphrase(current: string, next: string): Promise<void>;
  /** Back to this device's key: nothing is asked any more. Throws `wrong-passphrase`, `vault-absent`. */
  removePassphrase(current: string): Promise<void>;
  /** Does nothing in a device vault. Throws `wrong-passphrase`, `vault-absent`. */
  unlock(passphrase: string): Promise<void>;
  /**
   * Locks a passphrase vault at once, and what cannot be read; does nothing in a device vault. Waits for no change that is
   * under way. The journal of what was open is given the entry afterwards, where that can be written.
   */
  lock(entry?: JournalEntry): Promise<void>;
  /** Begins the deadline anew, with the delay of now; for when the owner has changed it. */
  renewDeadline(): Promise<void>;
}

/** What the operations work with. */
export interface Unlockable {
  shelf: Shelves;
  session: SessionKey;
  opening: Opening;
  alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Minutes without use after which the vault locks; null: at the browser's exit. */
  lockAfter: () => Promise<number | null>;
  cost: PassphraseCost;
}

/** What a passphrase's derivation costs, in iterations. */
export interface PassphraseCost {
  /** A wrap below this is made again when it is opened. */
  floor: number;
  /** For a new wrap; never taken below the floor. */
  choose: () => Promise<number>;
}

/** The cost that fits this device. */
export const DEVICE_COST: PassphraseCost = { floor: ITERATION_FLOOR, choose: () => calibrateIterations() };

export function makeUnlocking({ shelf, session, opening, alone, lockAfter, cost }: Unlockable): Unlocking {
  const readMethod = async () => methodIn((await shelf.get([HEADER]))[0]);

  /** The passphrase's method; null in a device vault. */
  const readPassphraseMethod = async () => {
    const method = await readMethod();
    if (!method) throw new CodedError('vault-absent');
    return method.kind === 'passphrase' ? method : null;
  };

  const wrap = async (vaultKey: Uint8Array<ArrayBuffer>, passphrase: string) =>
    wrapWithPassphrase(vaultKey, passphrase, Math.max(await cost.choose(), cost.floor));

  /** The one place that changes the method: the header with it, and the device's key with the header. */
  const writeMethod = async (method: Header['methods'][number], deviceKey?: CryptoKey) => {
    await shelf.write({
      put: [[HEADER, makeHeader([method])], ...(deviceKey ? [[DEVICE_KEY, deviceKey] as const] : [])],
      remove: deviceKey ? [] : [DEVICE_KEY],
    });
    opening.forget();
  };

  /**
   * The vault key. A wrap that was damaged cannot be told from a wrong passphrase: where the copy of it is another, the one
   * of them that opens takes the other's place.
   */
  const unwrap = async (method: PassphraseMethod, passphrase: string) => {
    const copied = await shelf
      .copied(HEADER)
      .then(methodIn)
      .catch(() => null);
    const other = copied?.kind === 'passphrase' && print(copied) !== print(method) ? copied : null;
    let sound = method;
    const vaultKey = await unwrapWithPassphrase(method, passphrase).catch((error: unknown) => {
      if (!other) throw error;
      sound = other;
      return unwrapWithPassphrase(other, passphrase);
    });
    if (other) await writeMethod(sound).catch(() => {}); // it opens the next time too
    return vaultKey;
  };

  /** A wrap that is too cheap by now is made again. Where that cannot be written, the old one still opens. */
  const strengthen = async (
    method: PassphraseMethod,
    vaultKey: Uint8Array<ArrayBuffer>,
    passphrase: string,
  ) => {
    if (method.iterations >= cost.floor) return;
    await wrap(vaultKey, passphrase)
      .then(writeMethod)
      .catch(() => {});
  };

  const drop = async () => {
    await session.drop();
    opening.forget();
  };

  const hold = async (vaultKey: Uint8Array) => {
    const [stamp] = await shelf.get([STAMP]);
    await session.hold(vaultKey, vaultOf(stamp), await lockAfter());
  };

  let lockings = 0;
  /** Does alone what may leave the vault open; who locks meanwhile, locks. */
  const unlockAlone = (work: () => Promise<void>): Promise<void> => {
    const before = lockings;
    return alone(work).finally(() => (lockings === before ? undefined : drop()));
  };

  return {
    method: async () => (await readMethod())?.kind ?? null,

    setPassphrase: (passphrase) =>
      unlockAlone(async () => {
        const vaultKey = await opening.vaultKey();
        if (!vaultKey) throw new CodedError('vault-absent');
        const wasDevice = (await readMethod())?.kind === 'device';
        const method = await wrap(vaultKey, passphrase);
        // Held before it is needed: the vault is open at every moment, or nothing was changed.
        if (wasDevice) await hold(vaultKey);
        try {
          await writeMethod(method);
        } catch (error) {
          if (wasDevice) await session.drop();
          throw error;
        }
      }),

    changePassphrase: (current, next) =>
      alone(async () => {
        const method = await readPassphraseMethod();
        if (!method) throw new CodedError('wrong-passphrase');
        await writeMethod(await wrap(await unwrap(method, current), next));
      }),

    removePassphrase: (current) =>
      alone(async () => {
        const method = await readPassphraseMethod();
        if (!method) return;
        const onDevice = await wrapForDevice(await unwrap(method, current));
        await writeMethod(onDevice.method, onDevice.deviceKey);
        await session.drop();
      }),

    unlock: (passphrase) =>
      unlockAlone(async () => {
        const method = await readPassphraseMethod();
        if (!method) return;
        const vaultKey = await unwrap(method, passphrase);
        await hold(vaultKey);
        await strengthen(method, vaultKey, passphrase);
      }),

    async lock(entry) {
      lockings += 1;
      if (await opening.isOnDevice().catch(() => false)) return; // doubt locks
      const held = session.look().catch(() => null);
      await drop();
      const vaultKey = await held;
      if (!entry || !vaultKey) return;
      // Sealed with the key that was held: the vault has none any more by the time of writing.
      const sealed = await sealEntry((await deriveKeys(vaultKey)).records, entry);
      void alone(() => shelf.write({ put: [sealed] })).catch(() => {});
    },

    renewDeadline: () =>
      unlockAlone(async () => {
        if ((await readMethod())?.kind !== 'passphrase') return;
        const vaultKey = await opening.vaultKey().catch(() => null);
        if (vaultKey) await hold(vaultKey);
      }),
  };
}

const print = (method: PassphraseMethod) => JSON.stringify(toJson(method));
