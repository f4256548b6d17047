import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './packages.ts';

const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it.each(pages)('%s leads to pages and headings that are there', (page) => {
  for (const [, target = ''] of readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(target)) continue;
    const [file, heading] = target.split('#');
    const path = file ? join(ROOT, dirname(page), file) : join(ROOT, page);
    expect(existsSync(path), target).toBe(true);
    if (heading) expect(headingsOf(path), target).toContain(heading);
  }
});

it('leads from the README to every page of the documents', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const page of pages.filter((name) => name.startsWith('docs/') || name === 'SECURITY.md'))
    expect(readme, page).toContain(`](${page})`);
});

it('names each command of the documents as the project has it', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const page of pages)
    for (const [, name = ''] of readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(scripts), `${page}: npm run ${name}`).toContain(name);
});

/** The headings of a page, as links name them. */
function headingsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
