import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FINDING_CODES } from '../../../lib/challenge/diagnose.ts';
import en from '../../../lib/locales/en.json' with { type: 'json' };
import fr from '../../../lib/locales/fr.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../../..');
const french = flatten(fr);
const english = flatten(en);
const forms = [...french].flatMap(([key, message]) =>
  Object.values(typeof message === 'string' ? [message] : message).map((text) => [key, text] as const),
);

test('says everything in both languages', () => {
  expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
});

test.each([...french])('%s has the same forms and placeholders in both languages', (key, message) => {
  expect(shape(english.get(key))).toEqual(shape(message));
});

test('has three forms of every plural', () => {
  const plurals = [...french.values(), ...english.values()].filter((message) => typeof message !== 'string');
  expect(plurals.length).toBeGreaterThan(0);
  for (const plural of plurals) expect(Object.keys(plural)).toEqual(['0', '1', 'n']);
});

test.each(forms)('%s keeps French typography: %s', (_, text) => {
  expect(text).not.toMatch(/['"]/);
  expect(text, 'U+202F before ; ! ?').not.toMatch(/(^|[^\u202f])[;!?]/);
  expect(text, 'U+00A0 before :').not.toMatch(/(^|[^\u00a0]):/);
  expect(text, 'U+00A0 inside « »').not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
  expect(text, 'an ellipsis is one character').not.toContain('...');
  expect(text).toBe(text.trim());
});

test('has no message that nothing uses', () => {
  const sources = sourceFiles()
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  // Names in the manifest are the browser's; families are written once as `prefix.${'a' | 'b'}` in a type.
  const families = [...sources.matchAll(/`([a-zA-Z.]+)\$\{([^}]+)\}`/g)].flatMap(([, prefix, names]) =>
    [...(names ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => `${prefix}${name}`),
  );
  families.push(...FINDING_CODES.map((code) => `diagnosis.finding.${code}`));
  const used = (key: string) =>
    key.startsWith('manifest.') || sources.includes(`'${key}'`) || families.includes(key);
  expect([...french.keys()].filter((key) => !used(key))).toEqual([]);
});

type Message = string | Record<string, string>;

function flatten(tree: object, path = ''): Map<string, Message> {
  return new Map(
    Object.entries(tree).flatMap(([name, node]: [string, Message]) =>
      typeof node === 'string' || 'n' in node
        ? [[path + name, node] as const]
        : [...flatten(node, `${path}${name}.`)],
    ),
  );
}

function shape(message: Message | undefined) {
  if (message === undefined) return null;
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const forms = typeof message === 'string' ? null : Object.keys(message);
  return { forms, placeholders: [...new Set(texts.join(' ').match(/\$\d/g))].sort() };
}

function sourceFiles(): string[] {
  return ['components', 'entrypoints', 'lib'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(ROOT, room, path)),
  );
}
