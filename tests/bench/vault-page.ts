import type { Browser as WebExtension } from 'webextension-polyfill';
import type { QuestionRecord } from '../../lib/challenge/answer.ts';
import type { LocalArea } from '../../lib/vault/mirror.ts';
import { openVault, type Vault } from '../../lib/vault/vault.ts';

/** The empty extension's. */
declare const chrome: WebExtension;

/**
 * Runs in a page of an extension, in Chromium: the vault beside the browser's own operations. Times are milliseconds. There
 * is a vault of each size, all at once, so that they can be measured in turn.
 */
const vaults = new Map<number, Vault>();

function vaultOf(size: number): Vault {
  const known = vaults.get(size);
  if (known) return known;
  const vault = openVault({
    indexedDB: databasesOf(size),
    local: areaOf(size),
    session: chrome.storage.session,
    lockAfter: async () => null,
  });
  vaults.set(size, vault);
  return vault;
}

/** The browser's databases, under names of this size's own. */
function databasesOf(size: number): IDBFactory {
  const open: IDBFactory['open'] = (name) => indexedDB.open(`${name}-${size}`);
  return Object.assign(Object.create(indexedDB), { open });
}

/** The same of its storage area. */
function areaOf(size: number): LocalArea {
  const { local } = chrome.storage;
  const own = (key: string) => `${size}:${key}`;
  return {
    get: async (key) => ({ [key]: (await local.get(own(key)))[own(key)] }),
    set: (items) =>
      local.set(Object.fromEntries(Object.entries(items).map(([key, value]) => [own(key), value]))),
    remove: (keys) => local.remove(keys.map(own)),
  };
}

/** A vault with this many questions, and the same in one encrypted blob. */
export async function fill(size: number): Promise<void> {
  await vaultOf(size).startOver();
  await vaultOf(size).change(async () => ({ put: records(size) }));
  const sealed = await seal(records(size));
  await withStore('readwrite', (store) => {
    store.put(sealed, `naive:${size}`);
    return null;
  });
}

/** So many in a row, since the page's clock goes in steps of 0.1 ms. */
const IN_A_ROW = 20;

/** Looks questions up, one after the other; for one of them. */
export async function lookUp(size: number): Promise<number> {
  const vault = vaultOf(size);
  const start = performance.now();
  for (let time = 0; time < IN_A_ROW; time += 1) {
    const { exact } = await vault.lookUp(['bench', null], questionOf(Math.floor(Math.random() * size)));
    if (exact.length !== 1) throw new Error(`${exact.length} records`);
  }
  return (performance.now() - start) / IN_A_ROW;
}

/** Looks one up in the blob. */
export async function lookUpNaively(size: number): Promise<number> {
  const question = questionOf(Math.floor(Math.random() * size));
  const start = performance.now();
  const all: unknown = JSON.parse(await unseal(await read(`naive:${size}`)));
  const found = Array.isArray(all) ? all.find((record) => record.question === question) : null;
  if (!found) throw new Error('not found');
  return performance.now() - start;
}

/** Rewrites one question, as an accepted answer does. */
export async function remember(size: number): Promise<number> {
  const record = recordOf(0);
  const start = performance.now();
  await vaultOf(size).change(async () => ({ put: [record] }), { undoable: true });
  return performance.now() - start;
}

/** As many encryptions in flight and one transaction, around nothing. */
export async function writeBare(count: number): Promise<number> {
  const texts = records(count);
  const start = performance.now();
  const sealed = await Promise.all(texts.map((text) => seal(text)));
  await withStore('readwrite', (store) => {
    for (const [place, one] of sealed.entries()) store.put(one, `bare:${String(place).padStart(6, '0')}`);
    return null;
  });
  return performance.now() - start;
}

/** Reads and decrypts what `writeBare` wrote. */
export async function readBare(): Promise<number> {
  const start = performance.now();
  const stored: Sealed[] | null = await withStore('readonly', (store) =>
    store.getAll(IDBKeyRange.bound('bare:', 'bare:\uffff')),
  );
  const opened = await Promise.all((stored ?? []).map(unseal));
  const taken = performance.now() - start;
  if (opened.length === 0) throw new Error('nothing to read');
  return taken;
}

const questionOf = (place: number) => `Quelle est la réponse à la question numéro ${place} ?`;

function recordOf(place: number): QuestionRecord {
  const answers = [{ text: `RÉPONSE ${place}`, standing: 'declared' as const, addedAt: 1_790_000_000_000 }];
  return { account: null, question: questionOf(place), answers, addedAt: 1_790_000_000_000, position: place };
}

const records = (count: number) => Array.from({ length: count }, (_, place) => recordOf(place));

let aes: Promise<CryptoKey> | undefined;

function aesKey(): Promise<CryptoKey> {
  aes ??= crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return aes;
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await aesKey(), text) };
}

async function unseal({ iv, data }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await aesKey(), data));
}

async function read(id: string): Promise<Sealed> {
  const stored: Sealed | null = await withStore('readonly', (store) => store.get(id));
  if (!stored) throw new Error(`nothing under ${id}`);
  return stored;
}

let database: Promise<IDBDatabase> | undefined;

function opened(): Promise<IDBDatabase> {
  database ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench');
    opening.onupgradeneeded = () => opening.result.createObjectStore('bench');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  return database;
}

/** One transaction; what its request gives, if it is one, once all is on the disk. */
async function withStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value> | null,
): Promise<Value | null> {
  const transaction = (await opened()).transaction('bench', mode, {
    durability: mode === 'readwrite' ? 'strict' : 'default',
  });
  const request = work(transaction.objectStore('bench'));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  return request?.result ?? null;
}
