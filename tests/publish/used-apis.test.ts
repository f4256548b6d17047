import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { usedApis } from '../../publish/used-apis.ts';
import { packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';
import { transformed } from './transformed.ts';

const POLYFILL = createRequire(import.meta.url).resolve('webextension-polyfill');

const transform = (code: string, id: string) => transformed(usedApis(), code, id);

it('keeps of the polyfill what the extension calls, each as it was, and nothing of other interfaces', () => {
  const kept = transform(readFileSync(POLYFILL, 'utf8'), POLYFILL) ?? '';
  const list = JSON.parse(/const apiMetadata = (\{.*?\});\n/.exec(kept)?.[1] ?? '{}');
  expect(Object.keys(list)).toContain('tabs');
  expect(list.tabs.sendMessage).toEqual({ minArgs: 2, maxArgs: 3 });
  expect(kept).not.toContain('"bookmarks"');
  expect(transform('anything', '/another/module.js')).toBeNull();
});

it('fails the build where the polyfill has its list elsewhere', () => {
  expect(() => transform('const apis = {};', POLYFILL)).toThrow('look at it anew');
});

it('leaves the list of other interfaces out of the package, and this one in', () => {
  const background = readZip(packageBytes('chrome')).get('background.js')?.toString('utf8') ?? '';
  expect(background).toMatch(/sendMessage:\{minArgs:2,maxArgs:3\}/);
  expect(background).not.toContain('topSites');
});
