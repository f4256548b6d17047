import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INNER_NAMES } from '../../publish/inner-names.ts';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

/** What an injected script is told, or tells, in messages and between the worlds. */
const SHARED = [
  'lib/messages.ts',
  'lib/page/report.ts',
  'lib/challenge/advice.ts',
  'lib/challenge/challenge.ts',
];

it.each(INNER_NAMES)('%s is no name of a property that messages have', (name) => {
  for (const path of SHARED)
    expect(readFileSync(path, 'utf8'), path).not.toMatch(new RegExp(`\\b${name}\\??:`));
});

it.each(BROWSERS)('are short in the package for %s', (browser) => {
  const scripts = [...readZip(packageBytes(browser))].filter(([name]) => name.startsWith('content-scripts/'));
  const code = scripts.map(([, content]) => content.toString('utf8')).join('\n');
  expect(INNER_NAMES.filter((name) => new RegExp(`[.{,]${name}\\b`).test(code))).toEqual([]);
});
