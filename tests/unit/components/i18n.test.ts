// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { i18n, speak } from '../../../components/i18n.ts';
import fr from '../../../lib/locales/fr.json' with { type: 'json' };
import { i18n as browsers } from './fake-i18n.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

afterEach(() => speak('browser'));

/** Every key of the texts, without the forms of those that count, which is told beside it. */
function keysOf(part: object, before = ''): [key: string, counts: boolean][] {
  return Object.entries(part).flatMap(([name, value]) => {
    const key = `${before}${name}`;
    if (typeof value === 'string') return [[key, false] as [string, boolean]];
    return 'n' in value ? [[key, true] as [string, boolean]] : keysOf(value, `${key}.`);
  });
}

// The keys come from the file, and not from the types.
const say = i18n.t as (key: string, ...args: (number | string[])[]) => string;

describe('a language that was chosen', () => {
  it('says each text as the browser would say it', async () => {
    await speak('fr');
    const keys = keysOf(fr);
    expect(keys.length).toBeGreaterThan(300);
    for (const [key, counts] of keys)
      for (const count of counts ? [0, 1, 2] : [null]) {
        const args = count === null ? [['Un', 'Deux', 'Trois']] : [count, [String(count), 'Deux', 'Trois']];
        expect(say(key, ...args), key).toBe(browsers.t(key, ...args));
      }
  });

  it('puts the number itself into a text that counts', async () => {
    await speak('en');
    expect(i18n.t('list.deleted', 3)).toContain('3');
    expect(i18n.t('list.deleted', 1)).not.toBe(i18n.t('list.deleted', 3));
  });

  it('is told to who reads the page aloud, and gives way to the browser’s again', async () => {
    await speak('en');
    expect([document.documentElement.lang, i18n.t('section.settings')]).toEqual(['en', 'Settings']);
    await speak('browser');
    expect([document.documentElement.lang, i18n.t('section.settings')]).toEqual(['fr', 'Réglages']);
  });
});
