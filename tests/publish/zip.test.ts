import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, PACKAGES, packageBytes, ROOT } from './packages.ts';
import { readZip } from './read-zip.ts';

/** The two commands that the sources package says it is built with. */
const COMMANDS = ['npm ci', 'npm run zip'];

describe('the sources package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memo-qcm-sources-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    for (const [name, content] of readZip(packageBytes('sources'))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    // The first command needs the network, and would put the same packages there.
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { status, stderr } = spawnSync('npm', ['run', 'zip'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`The sources do not build: ${stderr}`);
  }, 120_000);

  it.each(PACKAGES)('builds the %s package anew, byte for byte', (name) => {
    expect(packageBytes(name, folder).equals(packageBytes(name))).toBe(true);
  });

  it('says with which two commands', () => {
    const notes = readFileSync(join(folder, 'docs', 'reviewer-notes.md'), 'utf8');
    for (const command of COMMANDS) expect(notes).toContain(`\n${command}`);
  });

  it('holds every file of the project, and nothing else', () => {
    expect([...readZip(packageBytes('sources')).keys()].sort()).toEqual(projectFiles().sort());
  });
});

describe.each(BROWSERS)('the package for %s', (browser) => {
  const files = readZip(packageBytes(browser));

  it('has its files in a fixed order, without a map or a stray file', () => {
    const names = [...files.keys()];
    expect(names).toEqual([...names].sort());
    const kinds = /^(?:manifest\.json|_locales\/(?:fr|en)\/messages\.json|.*\.(?:js|css|html|svg|png))$/;
    expect(names.filter((name) => !kinds.test(name))).toEqual([]);
  });

  it('names no folder of the machine that built it', () => {
    const telling = [...files].filter(([, content]) => content.includes(ROOT.slice(0, -1)));
    expect(telling.map(([name]) => name)).toEqual([]);
  });
});

/** What Git has or would take; in a folder without Git, all that `.gitignore` does not name. */
function projectFiles(): string[] {
  try {
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const names = execFileSync('git', list, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const there = new Set(filesIn('', []));
    return names.split('\0').filter((name) => there.has(name));
  } catch {
    const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
    return filesIn(
      '',
      ignored.map((line) => line.replace(/\/$/, '')).filter((line) => line !== ''),
    );
  }
}

function filesIn(folder: string, ignored: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['.git', 'node_modules', '.output', ...ignored].includes(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesIn(path, ignored) : [path];
  });
}
