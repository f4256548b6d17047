import { CodedError } from '../errors.ts';
import { toBase64 } from './bytes.ts';
import { type Header, parseHeader } from './header.ts';
import { deriveKeys, type VaultKeys } from './keys.ts';
import { DEVICE_KEY, HEADER, STAMP } from './layout.ts';
import { unwrapOnDevice } from './methods/device.ts';
import type { SessionKey } from './session-key.ts';
import type { Shelves } from './shelves.ts';
import { vaultOf } from './stamp.ts';

/** Where a vault is opened from. */
type Openable = Pick<Shelves, 'get' | 'copied' | 'mayBeTwo'>;

/** How an open vault's keys are got at. */
export interface Opening {
  /** The keys; null where there is no vault. Counts as a use. Throws `vault-locked`, `vault-key-lost`, or a header's errors. */
  keys(): Promise<VaultKeys | null>;
  /** Whether `keys` would give any; counts as no use. Throws the same. */
  isThere(): Promise<boolean>;
  /** Whether this device's key opens the vault, as memory knows it where it was open. Throws as `keys` does. */
  isOnDevice(): Promise<boolean>;
  /** The vault key itself, for wrapping it anew; null and errors as for `keys`. */
  vaultKey(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Drops what is kept in memory. */
  forget(): void;
}

/** Opens the vault of a shelf: by the key of this device where there is one, by the session's otherwise. */
export function makeOpening(shelf: Openable, session: SessionKey): Opening {
  // Derived keys are kept while they may be used: deriving them again for each question would cost more than it.
  let onDevice: Promise<VaultKeys | string | null> | undefined;
  let inSession: { vaultKey: string; keys: Promise<VaultKeys> } | undefined;

  const openOnDevice = async () => {
    const vaultKey = await readVaultKey(shelf);
    return vaultKey instanceof Uint8Array ? deriveKeys(vaultKey) : vaultKey;
  };

  const open = async (find: SessionKey['take']): Promise<VaultKeys | null> => {
    onDevice ??= openOnDevice();
    const opened = onDevice;
    const forgetOpened = () => {
      if (onDevice === opened) onDevice = undefined;
    };
    const keys = await opened.catch((error: unknown) => {
      forgetOpened();
      throw error;
    });
    if (!keys) forgetOpened();
    if (typeof keys !== 'string') return keys;
    const vaultKey = await find(keys);
    if (!vaultKey) {
      inSession = undefined;
      forgetOpened();
      throw new CodedError('vault-locked');
    }
    const text = toBase64(vaultKey);
    if (inSession?.vaultKey !== text) inSession = { vaultKey: text, keys: deriveKeys(vaultKey) };
    return inSession.keys;
  };

  return {
    keys: () => open(session.take),
    isThere: async () => (await open(session.look)) !== null,
    isOnDevice: async () => (await open(async () => null)) !== null,
    async vaultKey() {
      const found = await readVaultKey(shelf);
      if (typeof found !== 'string') return found;
      const vaultKey = await session.take(found);
      if (!vaultKey) throw new CodedError('vault-locked');
      return vaultKey;
    },
    forget() {
      onDevice = undefined;
      inSession = undefined;
    },
  };
}

/**
 * What the vault of a stored header is opened by: this device's method where it has one. Null where nothing is stored; throws
 * as `parseHeader` does.
 */
export function methodIn(stored: unknown): Header['methods'][number] | null {
  const methods = parseHeader(stored)?.methods ?? [];
  return methods.find(({ kind }) => kind === 'device') ?? methods[0] ?? null;
}

/** The vault key that this device opens; null without a vault, and where the owner has to be asked, which one it is, if there may be two. */
async function readVaultKey(shelf: Openable): Promise<Uint8Array<ArrayBuffer> | string | null> {
  const [storedHeader, deviceKey, stamp] = await shelf.get([HEADER, DEVICE_KEY, STAMP]);
  const method = methodIn(storedHeader);
  if (!method) return null;
  if (method.kind === 'passphrase') return shelf.mayBeTwo() ? vaultOf(stamp) : '';
  if (!(deviceKey instanceof CryptoKey)) throw new CodedError('vault-key-lost');
  return unwrapOnDevice(method, deviceKey).catch(async (error: unknown) => {
    // A wrap that was damaged may have a sound copy.
    const copied = methodIn(await shelf.copied(HEADER));
    if (copied?.kind !== 'device') throw error;
    return unwrapOnDevice(copied, deviceKey);
  });
}
