import { toJson } from './json-bytes.ts';
import { DEVICE_KEY, HEADER, UNDO } from './layout.ts';
import type { Shelf } from './shelf.ts';

/** Stored values as they are, encrypted, fit for a JSON file. */
export interface RawExport {
  format: 'memo-qcm-vault';
  v: 1;
  values: [id: string, stored: unknown][];
}

/** The values under these ids with the header, or all of them; never this device's key, which cannot be taken out. */
export async function exportRaw(shelf: Shelf, ids?: readonly string[]): Promise<RawExport> {
  const [all = []] = await shelf.ranges(['']);
  const isWanted = (id: string) =>
    id === HEADER || (ids ? ids.includes(id) : id !== UNDO && id !== DEVICE_KEY);
  const values = all.filter(([id]) => isWanted(id) && id !== DEVICE_KEY);
  return { format: 'memo-qcm-vault', v: 1, values: values.map(([id, stored]) => [id, toJson(stored)]) };
}

/** Whether a text begins as the file of such an export does. */
export function isRawExport(text: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"memo-qcm-vault"/.test(text);
}
