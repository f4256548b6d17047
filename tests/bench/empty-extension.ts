import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const SITE = 'https://www.ecoledirecte.com/*';

/**
 * Writes the extension that the product is compared to: one line in each world, a worker that echoes, a popup with a
 * word in it. Its page `bench.html` holds the product's vault beside the browser's bare operations.
 */
export async function writeEmptyExtension(folder: string): Promise<void> {
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
      name: 'Empty',
      version: '1',
      permissions: ['storage'],
      host_permissions: [SITE],
      background: { service_worker: 'background.js' },
      action: { default_popup: 'popup.html' },
      content_scripts: [script('probe.js', 'MAIN'), script('content.js', 'ISOLATED')],
    }),
    'background.js':
      'chrome.runtime.onMessage.addListener((message, _sender, reply) => { reply(message); });',
    'probe.js': 'globalThis.emptyProbe = true;',
    'content.js': 'globalThis.emptyContent = true;',
    'popup.html': '<!doctype html><title>Empty</title><p>Empty</p>',
    'bench.html': '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="bench.js"></script>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
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
