import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readZip } from './read-zip.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;

/** What `npm run zip` makes: a package a store, and the sources. */
export const PACKAGES = [...BROWSERS, 'sources'] as const;

/** The bytes of a package, of this folder or of one that was built elsewhere. */
export function packageBytes(name: (typeof PACKAGES)[number], root = ROOT): Buffer {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return readFileSync(join(root, '.output', `memo-qcm-${version}-${name}.zip`));
}

/** What is read of a manifest here. */
export interface Manifest {
  permissions: string[];
  host_permissions: string[];
  commands?: Record<string, unknown>;
  content_scripts: { matches: string[] }[];
  [key: string]: unknown;
}

export function manifestOf(browser: (typeof BROWSERS)[number]): Manifest {
  const text = readZip(packageBytes(browser)).get('manifest.json')?.toString('utf8');
  if (!text) throw new Error('The package has no manifest.');
  return JSON.parse(text);
}
