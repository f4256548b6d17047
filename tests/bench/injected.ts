import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that an unpacked extension's content scripts have, each file gzipped by itself. */
export function injectedBytes(folder: string): number {
  // Our own build's manifest, or one that the browser has taken.
  const { content_scripts: scripts = [] }: { content_scripts?: { js?: string[]; css?: string[] }[] } =
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = new Set(scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
