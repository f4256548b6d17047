import { readFileSync } from 'node:fs';
import type { Tab } from '../browsers/tab.ts';
import { expect, meet, test } from './extension.ts';
import { choose } from './import-flow.ts';
import { seeRows } from './rows.ts';
import { openSection } from './section.ts';
import { ownWords } from './words.ts';

const CITY = 'Quelle est votre ville de résidence ?';

test.use({ language: 'en' });

test('all that the extension says is in English where the browser is', async ({
  site,
  browser_: browser,
}) => {
  const options = await browser.openExtension('options.html');
  await options.see('Before you begin');
  await expectEnglish(options);
  const empty = await browser.openExtension('popup.html');
  await empty.see('Welcome');
  await expectEnglish(empty);
  await empty.close();

  await options.click({ role: 'button', name: 'I understand' });
  await options.see('Add a question');
  await expectEnglish(options);
  await choose(options, 'broken-shapes.json', 'mojibake.json', 'broken-truncated.json');
  await options.see('could not be read', '[role="alert"]');
  await options.waitFor('the counts', () => document.querySelector('.counts') !== null, null);
  await expectEnglish(options);
  await options.click({ role: 'button', name: /^Import \d/ });
  await options.see('Import done', '[role="status"]');
  for (const section of ['exporter', 'comptes', 'journal', 'reglages', 'aide', 'reponses']) {
    await openSection(options, section);
    await expectEnglish(options);
  }
  await seeRows(options, 6);
  await expectEnglish(options);

  const page = await meet(browser, site, 'marie.martin', CITY);
  await page.close();
  const popup = await browser.openExtension('popup.html');
  await popup.see('6 questions', '[role="status"]');
  await expectEnglish(popup);
});

async function expectEnglish(tab: Tab): Promise<void> {
  const words = (await ownWords(tab)).split('\n').filter((text) => !/\.json$/.test(text));
  expect(await tab.evaluate(() => document.documentElement.lang, null)).toBe('en');
  expect(words.filter((text) => FRENCH.has(text))).toEqual([]);
  expect(words.filter((text) => /[àâçèéêëîïôùûœ«]/i.test(text.replaceAll('Mémo', '')))).toEqual([]);
}

/** The sentences that differ between the two languages, in French. */
const FRENCH = new Set([...sentences('fr')].filter((text) => !new Set(sentences('en')).has(text)));

function sentences(language: string): string[] {
  const file = new URL(`../../lib/locales/${language}.json`, import.meta.url);
  return leaves(JSON.parse(readFileSync(file, 'utf8')));
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
