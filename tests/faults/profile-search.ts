import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Browser } from '../browsers/browser.ts';
import { importFile, launch, meet, setUp } from '../e2e/extension.ts';
import type { Site } from '../site/server.ts';
import type { Figure } from './figure.ts';
import { tell } from './owner.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

const PASSPHRASE = 'une phrase que rien ne garde';
const KEY_BYTES = 32;

/**
 * Proves that with a passphrase no key lies in the profile: the vault key, read while it was unlocked, is searched in every
 * file after use, lock, another unlock and exit, as bytes, base64 and hex. That the search can fail is proved by markers of
 * the same forms, which are stored on purpose and all have to be found.
 */
export async function searchProfile(name: Browser['name'], site: Site): Promise<Figure> {
  const profile = mkdtempSync(join(tmpdir(), `memo-qcm-search-${name}-`));
  const markers = drawMarkers();
  try {
    const browser = await launch(name, { port: site.port, profile });
    const key = await useWithPassphrase(browser, site, markers).finally(() => browser.close());
    const counts = { files: 0, hits: 0, markers: 3, markersFound: 0 };
    const found = new Set<string>();
    for (const file of filesBelow(profile)) {
      const content = readFileSync(file);
      counts.files += 1;
      counts.hits += formsOf(key).filter((form) => content.includes(form)).length;
      for (const [form, marker] of Object.entries(markers))
        if (formsOf(marker).some((one) => content.includes(one))) found.add(form);
    }
    counts.markersFound = found.size;
    return {
      check: 'vault key in the profile, with a passphrase',
      where: name,
      counts,
      asPromised: counts.hits === 0 && counts.markersFound === counts.markers,
    };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Uses a vault with a passphrase in all ways, locks it, and returns its key. */
async function useWithPassphrase(
  browser: Browser,
  site: Site,
  markers: { base64: Buffer; hex: Buffer; bytes: Buffer },
): Promise<Buffer> {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  await tell(options, 'setPassphrase', { passphrase: PASSPHRASE });
  const page = await meet(browser, site, 'marie.martin', 'Quelle est votre ville de résidence ?');
  await page.close();
  await tell(options, 'lock', {});
  await tell(options, 'unlock', { passphrase: PASSPHRASE });
  const key = Buffer.from(await options.evaluate(readVaultKey, null), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error('The vault key could not be read: there is nothing to search for.');
  await options.evaluate(storeMarkers, {
    base64: markers.base64.toString('base64'),
    hex: markers.hex.toString('hex'),
    bytes: [...markers.bytes],
  });
  await tell(options, 'lock', {});
  return key;
}

/**
 * Bytes to be found again, for each way in which a key could be kept. Firefox compresses what it stores (Snappy), which cuts
 * a text where four characters come again, also where the two places overlap.
 */
function drawMarkers(): { base64: Buffer; hex: Buffer; bytes: Buffer } {
  for (;;) {
    const [base64, hex, bytes] = [randomBytes(KEY_BYTES), randomBytes(KEY_BYTES), randomBytes(KEY_BYTES)];
    const text = base64.toString('base64') + hex.toString('hex');
    const fours = Array.from({ length: text.length - 3 }, (_, place) => text.slice(place, place + 4));
    if (new Set(fours).size === fours.length) return { base64, hex, bytes };
  }
}

/** Runs in an extension's page, while the vault is unlocked. */
async function readVaultKey(): Promise<string> {
  const { 'vault-key': held } = await chrome.storage.session.get('vault-key');
  return (held as { key: string }).key; // what lib/vault/session-key.ts keeps
}

/** Runs in an extension's page. */
async function storeMarkers({
  base64,
  hex,
  bytes,
}: {
  base64: string;
  hex: string;
  bytes: number[];
}): Promise<void> {
  await chrome.storage.local.set({ markers: [base64, hex] });
  const opening = indexedDB.open('markers');
  opening.onupgradeneeded = () => opening.result.createObjectStore('markers');
  await new Promise<void>((resolve, reject) => {
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('markers', 'readwrite', { durability: 'strict' });
      writing.objectStore('markers').put(new Uint8Array(bytes), 'bytes');
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error);
    };
  });
  opening.result.close();
}

/** Base64 with and without its padding begins alike, so the shorter is searched; where the alphabets agree both are the same. */
function formsOf(bytes: Buffer): Buffer[] {
  const texts = new Set([
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ]);
  return [bytes, ...[...texts].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return filesBelow(path);
    return stat?.isFile() ? [path] : [];
  });
}
