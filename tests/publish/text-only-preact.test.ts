import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { textOnlyPreact } from '../../publish/text-only-preact.ts';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

const PREACT = createRequire(import.meta.url).resolve('preact');

/** The plugin as a build has it, of which it uses one thing: to fail. */
function plugin() {
  const { transform, generateBundle } = textOnlyPreact();
  if (typeof transform !== 'function' || typeof generateBundle !== 'function')
    throw new Error('no plain hooks');
  const build = {
    error(message: string) {
      throw new Error(message);
    },
  };
  return {
    transform: (code: string, id: string) =>
      transform.call(build as never, code, id) as { code: string } | null, // what this plugin returns
    check: (code: string) =>
      generateBundle.call(
        build as never, // all that is used of it
        {} as never, // not used
        { 'x.js': { type: 'chunk', fileName: 'x.js', code } } as never, // what is read of a bundle
        false,
      ),
  };
}

it('has Preact set as text what it would have parsed as HTML', () => {
  const { transform, check } = plugin();
  const preact = readFileSync(PREACT, 'utf8');
  expect(() => check(preact)).toThrow('could parse text as HTML');
  const changed = transform(preact, PREACT)?.code ?? '';
  expect(() => check(changed)).not.toThrow();
  expect(changed.length).toBe(preact.length + 'textContent'.length - 'innerHTML'.length);
  expect(transform(preact, '/another/module.mjs')).toBeNull();
});

it.each(['', 'a.innerHTML=b;c.innerHTML=d'])('fails the build where Preact has become %j', (code) => {
  expect(() => plugin().transform(code, PREACT)).toThrow('look at it anew');
});

it.each(['a.innerHTML = b', 'a.outerHTML=b', 'a.insertAdjacentHTML("x", b)', 'document.write(b)'])(
  'fails the build for %j in a bundle',
  (code) => {
    expect(() => plugin().check(code)).toThrow('could parse text as HTML');
  },
);

it.each(BROWSERS)('leaves nothing that parses HTML, and no eval, in the package for %s', (browser) => {
  const scripts = [...readZip(packageBytes(browser))].filter(([name]) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(4);
  for (const [name, content] of scripts)
    expect(content.toString('utf8'), name).not.toMatch(
      /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function\(/,
    );
});
