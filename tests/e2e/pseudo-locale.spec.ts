import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Tab } from '../browsers/tab.ts';
import { tell } from '../faults/owner.ts';
import { builtFor, expect, launch, test } from './extension.ts';

const SECTIONS = [
  'reponses',
  'verifier',
  'importer',
  'exporter',
  'comptes',
  'sante',
  'journal',
  'reglages',
  'aide',
];

test('texts longer by 40 % are cut nowhere, and need no scrolling sideways', async ({ site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'memo-qcm-long-'));
  cpSync(builtFor('chromium'), folder, { recursive: true });
  const path = join(folder, '_locales/fr/messages.json');
  writeFileSync(path, JSON.stringify(lengthened(JSON.parse(readFileSync(path, 'utf8')))));
  const browser = await launch('chromium', { port: site.port, extension: folder });

  const options = await browser.openExtension('options.html');
  await options.see(FILLING);
  await expectUncut(options, 'first run', [1280, 320]);
  await tell(options, 'consent', {});
  for (const [question, ...answers] of [
    ['Quelle est votre ville de résidence ?', 'PARIS'],
    ['quelle est votre ville de residence', 'LYON'],
    ['Quel est le mois de naissance de Léa ?', 'mars', 'mai'],
  ] as const)
    await tell(options, 'save', { id: null, account: 'marie.martin', question, answers: [...answers] });
  for (const section of SECTIONS) {
    const tab = await browser.openExtension(`options.html#${section}`);
    await tab.see(FILLING, `#${section} h2`);
    await tab.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, null);
    await expectUncut(tab, section, [1280, 320]);
    await tab.close();
  }
  const popup = await browser.openExtension('popup.html');
  await popup.see('résidence', '.row-question');
  await expectUncut(popup, 'popup', [360]);
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Stands for the length that a translation may have. */
const FILLING = 'łóñġ';

/** Each form of each text, longer by 40 %; what the manifest says has limits of its own, and `language` is a code. */
function lengthened(messages: Record<string, { message: string }>): typeof messages {
  const longer = (form: string) =>
    `${form} ${`${FILLING} `.repeat(Math.ceil((form.length * 0.4) / (FILLING.length + 1)))}`.trim();
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => {
      const stays = key === 'language' || key.startsWith('manifest_');
      return [key, { message: stays ? message : message.split(' | ').map(longer).join(' | ') }];
    }),
  );
}

/** What shows less than it holds, in each of these widths in CSS pixels. */
async function expectUncut(tab: Tab, state: string, widths: readonly number[]): Promise<void> {
  const page = tab.page as unknown as Page; // Chromium's driver hands in Playwright's own page
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await page.evaluate(() => {
      const isCut = (element: Element) => {
        const { overflowX } = getComputedStyle(element);
        return overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      };
      const held = [...document.body.querySelectorAll('*:not(select, option, input, textarea)')];
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...held.filter(isCut).map((element) => element.outerHTML.slice(0, 200)),
        ...(scrollWidth > clientWidth ? [`the page, by ${scrollWidth - clientWidth} pixels`] : []),
      ];
    });
    expect.soft(cut, `${state} at ${width} pixels`).toEqual([]);
  }
}
