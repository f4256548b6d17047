import { expect, it } from 'vitest';
import { bareStart } from '../../publish/bare-start.ts';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

function transform(code: string, id: string) {
  const { transform } = bareStart();
  if (typeof transform !== 'function') throw new Error('no plain hook');
  const build = {
    error(message: string) {
      throw new Error(message);
    },
  };
  return transform.call(build as never, code, id) as { code: string } | null; // all that is used of it, and returned
}

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
  expect(transform('import definition from "x";\nrun(definition);', id)?.code).toBe(
    'import definition from "x";\ndefinition.main();',
  );
  expect(() => transform('run();', id)).toThrow('look at it anew');
  expect(transform('run();', 'lib/page/report.ts')).toBeNull();
});
