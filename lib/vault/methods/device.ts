import * as v from 'valibot';
import { CodedError } from '../../errors.ts';
import { seal, sealedSchema, unseal } from '../seal.ts';

/** Unlocks without asking anything, with a key that the browser keeps and does not hand out. */
export const deviceMethodSchema = v.strictObject({ kind: v.literal('device'), wrapped: sealedSchema });

export type DeviceMethod = v.InferOutput<typeof deviceMethodSchema>;

const PURPOSE = 'wrap-device';
const ID = 'header';

/** A new device key, AES-256-GCM and not extractable, and the vault key wrapped with it. */
export async function wrapForDevice(
  vaultKey: Uint8Array<ArrayBuffer>,
): Promise<{ method: DeviceMethod; deviceKey: CryptoKey }> {
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { method: { kind: 'device', wrapped: await seal(deviceKey, PURPOSE, ID, vaultKey) }, deviceKey };
}

/** The vault key. Throws `vault-damaged` where key and wrap do not belong together. */
export function unwrapOnDevice(method: DeviceMethod, deviceKey: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return unseal(deviceKey, PURPOSE, ID, method.wrapped).catch((cause: unknown) => {
    throw new CodedError('vault-damaged', { cause });
  });
}
