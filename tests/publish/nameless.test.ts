import { expect, it } from 'vitest';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

it.each(BROWSERS)('leaves the page no name of an injected script in the package for %s', (browser) => {
  const scripts = [...readZip(packageBytes(browser))].filter(([name]) =>
    /^content-scripts\/.*\.js$/.test(name),
  );
  expect(scripts.map(([name]) => name).sort()).toEqual([
    'content-scripts/ecoledirecte.js',
    'content-scripts/network-probe.js',
  ]);
  // Nothing but one function that is called: a declaration before it would be the page's to see.
  for (const [name, content] of scripts)
    expect(content.toString('utf8').trim(), name).toMatch(/^[!(]function\(\)\{[\s\S]*\}\)?\(\);?\)?;?$/);
});
