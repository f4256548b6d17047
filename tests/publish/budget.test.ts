import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weigh } from '../../publish/budget.ts';
import { BROWSERS, packageBytes, ROOT } from './packages.ts';

describe.each(BROWSERS)('the build for %s', (browser) => {
  it.each(weigh(join(ROOT, '.output', `${browser}-mv3`)))(
    'keeps its $part within $limit bytes, gzipped: $bytes',
    ({ bytes, limit }) => {
      expect(bytes).toBeLessThanOrEqual(limit);
      expect(bytes).toBeGreaterThan(0);
    },
  );

  it('counts what a page imports at once', () => {
    const popup = weigh(join(ROOT, '.output', `${browser}-mv3`)).find(({ part }) => part === 'popup');
    const kinds = popup?.files.map((file) => file.split('.').at(-1));
    expect(new Set(kinds)).toEqual(new Set(['html', 'js', 'css']));
    expect(kinds?.filter((kind) => kind === 'js').length).toBeGreaterThan(1);
  });

  it('is a package within 400 kB', () => {
    expect(packageBytes(browser).length).toBeLessThanOrEqual(400_000);
  });
});
