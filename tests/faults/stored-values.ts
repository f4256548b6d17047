import type { Tab } from '../browsers/tab.ts';

/** All that lies in the vault's database, read past its code from one of the extension's pages: each id, its value as text. */
export async function readStored(page: Tab): Promise<Map<string, string>> {
  const stored = await page.evaluate(async () => {
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('memo-qcm'));
    const store = database.transaction('vault').objectStore('vault');
    const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())]);
    database.close();
    // Bytes do not survive JSON, so they are written out; a key of the browser's does neither, and is only named.
    const texts = values.map((value) =>
      JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? [...part] : part)),
    );
    return keys.map((key, place): [string, string] => [String(key), texts[place] ?? '']);
  }, null);
  return new Map(stored);
}

/** The stored records alone, to the byte: header, journal, stamp and undo are meant to change. */
export async function recordBytes(page: Tab): Promise<string> {
  const records = [...(await readStored(page))].filter(([id]) => id.startsWith('q:'));
  if (records.length === 0) throw new Error('There are no records to compare.');
  return JSON.stringify(records);
}
