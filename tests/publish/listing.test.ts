import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../lib/locales/en.json' with { type: 'json' };
import fr from '../../lib/locales/fr.json' with { type: 'json' };
import { ROOT } from './packages.ts';

/** Characters that each store allows, the least of them: names and short texts are the manifest's own. */
const LIMITS = [
  // Edge 45, addons.mozilla.org 50, Chrome Web Store 75.
  ['the name', 1, 45],
  // Chrome Web Store and Edge.
  ['the short description', 1, 132],
  // addons.mozilla.org.
  ['the summary', 1, 250],
  // Edge wants 250 at least and takes 10,000; addons.mozilla.org 15,000, Chrome Web Store 16,000.
  ['the long description', 250, 10_000],
] as const;

describe.each([
  ['fr', fr.manifest],
  ['en', en.manifest],
])('the listing in %s', (language, manifest) => {
  const page = readFileSync(join(ROOT, 'docs', `store-listing.${language}.md`), 'utf8');
  const texts = [...page.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text]) => text ?? '');

  it.each(LIMITS.map((limit, place) => [...limit, place] as const))(
    'has %s within %i to %i characters',
    (_, least, most, place) => {
      expect(texts[place]?.length).toBeGreaterThanOrEqual(least);
      expect(texts[place]?.length).toBeLessThanOrEqual(most);
    },
  );

  it('has as many texts as the stores ask for, and names and describes as the manifest does', () => {
    expect(texts).toHaveLength(LIMITS.length);
    expect(texts.slice(0, 2)).toEqual([manifest.name, manifest.description]);
  });

  it('promises no affiliation', () => {
    expect(texts.at(-1)).toMatch(/n’est pas affilié|not affiliated/);
  });
});

it('keeps French typography in the French listing and privacy policy', () => {
  for (const name of ['store-listing.fr.md', 'privacy.fr.md']) {
    const prose = readFileSync(join(ROOT, 'docs', name), 'utf8').replace(/`[^`]*`|\]\([^)]*\)/g, '');
    expect(prose, 'curly apostrophes').not.toMatch(/\w'\w/);
    expect(prose, 'U+202F before ; ! ?').not.toMatch(/[^\u202f][;!?]/);
    expect(prose, 'U+00A0 before :').not.toMatch(/[^\u00a0]:(?!\/\/)/);
    expect(prose, 'U+00A0 inside « »').not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
  }
});
