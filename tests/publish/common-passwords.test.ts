import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, it } from 'vitest';
import { commonPasswords } from '../../publish/common-passwords.ts';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

const LIST = '/node_modules/@zxcvbn-ts/language-common/dist/passwords.json.mjs';

function transform(id: string): string | null {
  const { transform: hook } = commonPasswords();
  if (typeof hook !== 'function') throw new Error('no plain hook');
  const changed = hook.call({} as never, '', id) as { code: string } | null; // it uses nothing of a build, and returns this
  return changed?.code ?? null;
}

it('keeps the most common passwords, in their order, and nothing else of another module', async () => {
  const code = transform(LIST) ?? '';
  const { default: kept } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(kept).toHaveLength(30_000);
  expect(kept).toEqual(dictionary['passwords-common'].slice(0, 30_000));
  expect(transform(LIST.replace('passwords', 'diceware'))).toBeNull();
});

it.each(BROWSERS)('finds the estimator’s module in the build for %s', (browser) => {
  const [first, second] = dictionary['passwords-common'];
  const rare = dictionary['passwords-common'].at(-1) ?? '';
  const texts = [...readZip(packageBytes(browser)).values()].map((bytes) => bytes.toString('utf8'));
  expect(
    texts.some((text) => text.includes(`${first}\\n${second}`) || text.includes(`${first}\n${second}`)),
  ).toBe(true);
  expect(texts.some((text) => text.includes(rare))).toBe(false);
});
