import { randomBytes } from './bytes.ts';
import { makeHeader } from './header.ts';
import { VAULT_KEY_BYTES } from './keys.ts';
import { DEVICE_KEY, HEADER } from './layout.ts';
import { wrapForDevice } from './methods/device.ts';
import { wrapWithPassphrase } from './methods/passphrase.ts';
import type { Change } from './shelf.ts';
import type { PassphraseCost } from './unlocking.ts';

/**
 * What a new vault consists of, under a new random key: in device mode, or with a passphrase from the start, which is
 * the only way where the browser refuses its database. Throws `passphrase-weak`.
 */
export async function newVault(cost: PassphraseCost, passphrase?: string): Promise<Change> {
  const vaultKey = randomBytes(VAULT_KEY_BYTES);
  if (passphrase === undefined) {
    const { method, deviceKey } = await wrapForDevice(vaultKey);
    return {
      put: [
        [HEADER, makeHeader([method])],
        [DEVICE_KEY, deviceKey],
      ],
    };
  }
  const iterations = Math.max(await cost.choose(), cost.floor);
  return { put: [[HEADER, makeHeader([await wrapWithPassphrase(vaultKey, passphrase, iterations)])]] };
}
