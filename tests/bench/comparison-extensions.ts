import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const SITE = 'https://www.ecoledirecte.com/*';

/** One line in each world, a worker that echoes, a popup with a word in it. */
export function writeEmptyExtension(folder: string): void {
  write(folder, 'Empty', {
    'background.js':
      'chrome.runtime.onMessage.addListener((message, _sender, reply) => { reply(message); });',
    'probe.js': 'globalThis.emptyProbe = true;',
    'content.js': 'globalThis.emptyContent = true;',
  });
}

/**
 * The same, with the browser's own operations of one look-up between message and reply. When a question comes, its content
 * script asks for that look-up, and then puts an attribute at the first option. Its page `bench.html` holds the product's
 * vault beside those operations in bulk.
 */
export async function writeFloorExtension(folder: string): Promise<void> {
  write(folder, 'Floor', {
    'background.js': `(${floorWorker})();`,
    'probe.js': `(${floorProbe})();`,
    'content.js': `(${floorContent})();`,
  });
  writeFileSync(
    join(folder, 'bench.html'),
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="bench.js"></script>',
  );
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(import.meta.dirname, 'vault-page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'bench.js',
      },
    },
  });
}

function write(folder: string, name: string, scripts: Record<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = (js: string, world: string) => ({
    matches: [SITE],
    js: [js],
    run_at: 'document_start',
    world,
  });
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name,
      version: '1',
      permissions: ['storage'],
      host_permissions: [SITE],
      background: { service_worker: 'background.js' },
      action: { default_popup: 'popup.html' },
      content_scripts: [script('probe.js', 'MAIN'), script('content.js', 'ISOLATED')],
    }),
    ...scripts,
    'popup.html': '<!doctype html><title>Empty</title><p>Empty</p>',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

/** Runs in the page's world: says that a question has come. */
const floorProbe = `() => {
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (String(url).includes('doubleauth.awp?verbe=get'))
      this.addEventListener('load', () => window.dispatchEvent(new Event('floor:question')));
    return open.call(this, method, url, ...rest);
  };
}`;

/** Runs in the content script's world: asks, and then marks what is there, or as soon as it is. */
const floorContent = `() => {
  const mark = () => document.querySelector('label.form-check-label')?.setAttribute('data-memo-qcm', '');
  window.addEventListener('floor:question', async () => {
    await chrome.runtime.sendMessage('question');
    mark();
    new MutationObserver(mark).observe(document, { childList: true, subtree: true });
  });
}`;

/** Runs in the floor's worker: HMAC, one read, one decryption for each message. */
const floorWorker = `async () => {
  const text = new TextEncoder().encode('Quelle est votre ville de résidence ?');
  const prepare = async () => {
    const mac = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, new Uint8Array(200));
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('floor');
      opening.onupgradeneeded = () => opening.result.createObjectStore('floor');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    database.transaction('floor', 'readwrite').objectStore('floor').put({ iv, data }, 'one');
    return { mac, aes, database };
  };
  let prepared;
  const answer = async () => {
    prepared ??= prepare();
    const { mac, aes, database } = await prepared;
    await crypto.subtle.sign('HMAC', mac, text);
    const { iv, data } = await new Promise((resolve, reject) => {
      const reading = database.transaction('floor').objectStore('floor').get('one');
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, data);
  };
  chrome.runtime.onMessage.addListener((message, _sender, reply) => {
    answer().then(() => reply(message));
    return true;
  });
}`;
