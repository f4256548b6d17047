import { readFileSync } from 'node:fs';
import type { Tab } from '../browsers/tab.ts';
import { fixture } from './extension.ts';

/**
 * Puts a vault into the extension's database as an earlier version left it there, past its own code, from one of its
 * pages. `{ bytes }` in the fixture are bytes, `{ key }` is a key that the browser keeps, both in base64.
 */
export async function storeFixture(tab: Tab, name: string): Promise<void> {
  const values: [string, unknown][] = JSON.parse(readFileSync(fixture(`vault/${name}`), 'utf8'));
  await tab.evaluate(async (entries) => {
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const revive = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(revive);
      if (typeof value !== 'object' || value === null) return value;
      if ('bytes' in value) return bytesOf(String(value.bytes));
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
    };
    const reviveKey = async (value: unknown) =>
      typeof value === 'object' && value !== null && 'key' in value
        ? crypto.subtle.importKey('raw', bytesOf(String(value.key)), 'AES-GCM', false, ['encrypt', 'decrypt'])
        : revive(value);
    const stored = await Promise.all(
      entries.map(async ([id, value]): Promise<[string, unknown]> => [id, await reviveKey(value)]),
    );
    const settle = (request: IDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('memo-qcm');
    opening.onupgradeneeded = () => opening.result.createObjectStore('vault');
    await settle(opening);
    const store = opening.result.transaction('vault', 'readwrite').objectStore('vault');
    await Promise.all(stored.map(([id, value]) => settle(store.put(value, id))));
    opening.result.close();
  }, values);
}
