import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Tab } from './tab.ts';

/** In an extension's page, where the function handed to `evaluate` runs. */
declare const chrome: WebExtension;

/**
 * All that the extension keeps in IndexedDB and in `storage.local`, read past its own code from one of its pages: each
 * key and value as text, one a line. Bytes are read as Latin-1, UTF-8 and UTF-16, and text that is base64 is added
 * decoded likewise, so that a search for clear text finds it in any of these forms.
 */
export function readRawRecords(tab: Tab): Promise<string> {
  return tab.evaluate(async () => {
    const lines: string[] = [];
    const addBytes = (bytes: Uint8Array) => {
      for (const encoding of ['latin1', 'utf-8', 'utf-16le'])
        lines.push(new TextDecoder(encoding).decode(bytes));
    };
    const addText = (text: string) => {
      lines.push(text);
      const plain = text.replaceAll('-', '+').replaceAll('_', '/');
      if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(plain)) return;
      try {
        addBytes(Uint8Array.from(atob(plain), (char) => char.charCodeAt(0)));
      } catch {
        // It only looked like base64.
      }
    };
    const add = (value: unknown): void => {
      if (value instanceof ArrayBuffer) addBytes(new Uint8Array(value));
      else if (ArrayBuffer.isView(value))
        addBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      else if (value instanceof Map || value instanceof Set) for (const part of value) add(part);
      else if (typeof value === 'object' && value !== null)
        for (const part of Object.entries(value)) part.forEach(add);
      else addText(String(value));
    };
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())]);
        add([keys, values]);
      }
      database.close();
    }
    add(await chrome.storage.local.get(null));
    return lines.join('\n');
  }, null);
}
