import { expect, it } from 'vitest';
import { bareStart } from '../../publish/bare-start.ts';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';
import { transformed } from './transformed.ts';

const transform = (code: string, id: string) => transformed(bareStart(), code, id);

it.each(BROWSERS)(
  'puts nothing but the scripts themselves into the page, in the package for %s',
  (browser) => {
    const scripts = [...readZip(packageBytes(browser))].filter(([name]) =>
      /^content-scripts\/.*\.js$/.test(name),
    );
    expect(scripts).toHaveLength(2);
    for (const [name, content] of scripts)
      expect(content.toString('utf8'), name).not.toMatch(/ecoledirecte\.com\/\*|document_start/);
  },
);

it('fails the build where WXT begins a content script in another way', () => {
  const id = 'virtual:wxt-content-script-main-world-entrypoint?x';
  expect(transform('import definition from "x";\nrun(definition);', id)).toBe(
    'import definition from "x";\ndefinition.main();',
  );
  expect(() => transform('run();', id)).toThrow('look at it anew');
  expect(transform('run();', 'lib/page/report.ts')).toBeNull();
});
