import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that an unpacked extension's content scripts have, and their style sheets, each file gzipped by itself. */
export function injectedBytes(folder: string): { scripts: number; sheets: number } {
  // Our own build's manifest, or one that the browser has taken.
  const { content_scripts: entries = [] }: { content_scripts?: { js?: string[]; css?: string[] }[] } =
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const weigh = (files: readonly string[]) =>
    [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return {
    scripts: weigh(entries.flatMap(({ js = [] }) => js)),
    sheets: weigh(entries.flatMap(({ css = [] }) => css)),
  };
}
