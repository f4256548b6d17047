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

/**
 * With a passphrase no key lies in the profile: the vault key, read while it was unlocked, is searched in every file
 * after use, lock and exit, as bytes, base64 and hex. A marker of the same form, stored on purpose, has to be found.
 */
export async function searchProfile(name: Browser['name'], site: Site): Promise<Figure> {
  const profile = mkdtempSync(join(tmpdir(), `memo-qcm-search-${name}-`));
  const marker = randomBytes(32);
  const browser = await launch(name, { port: site.port, profile });
  let key = Buffer.alloc(0);
  try {
    const options = await setUp(browser);
    await importFile(options, 'py-client.json');
    await tell(options, 'setPassphrase', { passphrase: 'une phrase que rien ne garde' });
    const page = await meet(browser, site, 'marie.martin', 'Quelle est votre ville de résidence ?');
    await page.close();
    key = Buffer.from(await options.evaluate(readVaultKey, null), 'base64');
    await options.evaluate((text) => chrome.storage.local.set({ marker: text }), marker.toString('base64'));
    await tell(options, 'lock', {});
  } finally {
    await browser.close();
  }
  const counts = { files: 0, hits: 0, markerHits: 0 };
  for (const file of filesBelow(profile)) {
    const content = readFileSync(file);
    counts.files += 1;
    counts.hits += formsOf(key).filter((form) => content.includes(form)).length;
    counts.markerHits += formsOf(marker).filter((form) => content.includes(form)).length;
  }
  rmSync(profile, { recursive: true, force: true });
  if (key.length !== 32)
    throw new Error('The vault key could not be read, so there is nothing to search for.');
  return {
    check: 'vault key in the profile, with a passphrase',
    where: name,
    counts,
    asPromised: counts.hits === 0 && counts.markerHits > 0,
  };
}

/** Runs in an extension's page, while the vault is unlocked. */
async function readVaultKey(): Promise<string> {
  const stored = Object.values(await chrome.storage.session.get('vault-key'));
  return (stored[0] as { key: string }).key; // what lib/vault/session-key.ts keeps
}

function formsOf(bytes: Buffer): Buffer[] {
  const texts = [
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ];
  return [bytes, ...texts.map((text) => Buffer.from(text.replace(/=+$/, '')))];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return filesBelow(path);
    return stat?.isFile() ? [path] : [];
  });
}
