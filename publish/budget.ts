import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One part of the extension: bytes of its files, each gzipped by itself, and how many there may be. */
export interface Weight {
  part: string;
  files: string[];
  bytes: number;
  limit: number;
}

const kB = 1_000;

/** The built extension in `folder`, part by part; what a part imports at once counts, what it imports later does not. */
export function weigh(folder: string): Weight[] {
  const parts: [string, string[], number][] = [
    ['probe', ['content-scripts/network-probe.js'], 2 * kB],
    ['content script', ['content-scripts/ecoledirecte.js', 'content-scripts/ecoledirecte.css'], 12 * kB],
    ['background', ['background.js'], 25 * kB],
    ['popup', ['popup.html'], 40 * kB],
  ];
  const whole = filesIn(folder);
  return [
    ...parts.map(([part, roots, limit]) => weight(folder, part, withNeeds(folder, roots), limit)),
    weight(folder, 'package', whole, 400 * kB),
  ];
}

/** One line a part, for a person. */
export function sayWeights(weights: readonly Weight[]): string[] {
  const inKB = (bytes: number) => `${(bytes / kB).toFixed(1)} kB`;
  return weights.map(
    ({ part, bytes, limit }) =>
      `${bytes > limit ? '✗' : '✓'} ${part.padEnd(14)} ${inKB(bytes).padStart(9)} of ${inKB(limit)}, gzipped`,
  );
}

function weight(folder: string, part: string, files: string[], limit: number): Weight {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return { part, files, bytes, limit };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What a page loads at its start, or a script imports before it runs. */
const NEEDS = /(?:src|href)="\/([^"]+\.(?:js|css))"|(?:from|import)\s?["'`](\.{1,2}\/[^"'`]+)["'`]/g;

function withNeeds(folder: string, roots: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, absolute, relative] of readFileSync(join(folder, file), 'utf8').matchAll(NEEDS))
      add(absolute ?? join(dirname(file), relative ?? ''));
  };
  for (const root of roots) add(root);
  return [...found];
}
