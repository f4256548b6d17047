import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import type { Browser, LaunchOptions } from '../browsers/browser.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { isInVain } from '../browsers/in-vain.ts';
import type { Tab } from '../browsers/tab.ts';
import { startGateway } from '../site/gateway.ts';
import { type Site, startSite } from '../site/server.ts';
import { openSection } from './section.ts';
import { noteTally } from './tally.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

export const LOGIN = 'https://www.ecoledirecte.com/login';

/** The folder of the extension as it is built for a browser. */
export const builtFor = (name: string) => `${root}.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3`;

/**
 * Starts the browser that the project of this run is for, behind a gateway to the stand-in alone. Closing it fails where
 * anything else was asked for meanwhile.
 */
export async function launch(
  name: string,
  options: Omit<LaunchOptions, 'extension' | 'gateway'> & { extension?: string },
): Promise<Browser> {
  const gateway = await startGateway(options.port);
  const through = { extension: builtFor(name), ...options, gateway: gateway.port };
  const opened = name === 'firefox' ? launchFirefox(through) : launchChromium(through);
  const browser = await opened.catch(async (error: unknown) => {
    await gateway.close();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await gateway.close();
    noteTally({ ...gateway.counts, elsewhere: gateway.strays.length });
    expect(gateway.strays, 'requests to elsewhere than the site').toEqual([]);
  };
  return { ...browser, close };
}

/** Each test has a stand-in site and a browser with an empty profile of its own. */
export const test = base.extend<{
  site: Site;
  browser_: Browser;
  language: 'fr' | 'en';
  secondTry: undefined;
}>({
  // A second try is for what did not come in time. What was seen wrong in the first is wrong, whatever the second sees.
  secondTry: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern
    async ({}, use, { testId, project, retry, errors }) => {
      const seenWrong = join(project.outputDir, `${testId}.txt`);
      if (retry > 0 && existsSync(seenWrong)) throw new Error(readFileSync(seenWrong, 'utf8'));
      await use(undefined);
      const wrong = errors
        .map(({ message, value }) => message ?? value ?? '')
        .filter((said) => !isInVain(said));
      if (wrong.length > 0) writeFileSync(seenWrong, wrong.join('\n'));
    },
    { auto: true },
  ],
  language: ['fr', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern
  site: async ({}, use) => {
    const site = await startSite();
    site.world.behaviour.forgetDevices = true;
    await use(site);
    await site.close();
    expect(site.uninvited, 'requests to the site that no page of it made').toEqual([]);
  },
  browser_: async ({ site, language }, use, { project }) => {
    const browser = await launch(project.name, { port: site.port, language });
    await use(browser);
    await browser.close();
  },
});

/** A tab of the extension after the owner has agreed to what the first run says. */
export async function setUp(browser: Browser): Promise<Tab> {
  const options = await browser.openExtension('options.html');
  await options.click({ role: 'button', name: 'J’ai compris' });
  await options.see('Ajouter une question');
  return options;
}

/** Has accepted answers remembered without a question. */
export async function rememberAlways(options: Tab): Promise<void> {
  await choose(options, 'Retenir sans demander');
}

/** Chooses one of the settings that exclude each other, and waits until it is stored; stays in that section. */
export async function choose(options: Tab, name: string): Promise<void> {
  await openSection(options, 'reglages');
  await options.click({ role: 'radio', name });
  await options.see('Réglage enregistré');
}

/** Imports files, from the choice to the counts, and comes back to the list. */
export async function importFile(options: Tab, ...names: string[]): Promise<void> {
  await openSection(options, 'importer');
  await options.setFiles('input[type="file"]', ...names.map((name) => fixture(`qcm/${name}`)));
  await options.see('Aperçu de l’import');
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  await openSection(options, 'reponses');
}

/** Fills the login form and sends it. */
export async function logIn(page: Tab, site: Site, identifier: string): Promise<void> {
  const account = site.world.account(identifier);
  if (!account) throw new Error(`no account ${identifier}`);
  await page.fill('#username', identifier);
  await page.fill('#password', account.password);
  await page.click({ role: 'button', name: 'Se connecter' });
}

/** Opens the login page in a new tab, signs in, and waits for the question and for what the extension says of it. */
export async function meet(browser: Browser, site: Site, identifier: string, question: string): Promise<Tab> {
  site.world.askNext(identifier, question);
  const page = await browser.open(LOGIN);
  await logIn(page, site, identifier);
  await noted(page, question);
  return page;
}

/** Waits until the page shows the question, and the extension its note in it. */
export async function noted(page: Tab, question: string): Promise<void> {
  await page.see(question, 'h3');
  await page.waitFor(
    'the note',
    () => document.querySelector('memo-qcm-note[data-place="flow"]') !== null,
    null,
  );
}

/** What is marked, as `text: mark`, and which option is chosen. */
export function marks(page: Tab): Promise<{ marked: string[]; chosen: string | null }> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>('label')];
    const chosen = labels.find((label) => (label.control as HTMLInputElement | null)?.checked); // radio buttons, on this page
    return {
      marked: [...document.querySelectorAll('[data-memo-qcm]')]
        .map((label) => `${label.textContent}: ${label.getAttribute('data-memo-qcm')}`)
        .sort(),
      chosen: chosen?.textContent ?? null,
    };
  }, null);
}

/**
 * What the page had when an answer was sent last: what was chosen and marked, whether the extension's note was there, and
 * for how long, in milliseconds, it had been chosen, or the question asked where a press sends at once. Waits for it.
 */
export function lastSent(page: Tab): Promise<Sent> {
  // Not null, as it is waited for.
  return page.waitFor('an answer that is sent', () => standIn.sent, null) as Promise<Sent>;
}

interface Sent {
  chosen: string | null;
  marked: string[];
  isNoted: boolean;
  after: number;
}

/** In the page of the stand-in. */
declare const standIn: { sent: Sent | null };

/** An option that is not `right`. */
export function optionBeside(page: Tab, right: string): Promise<string> {
  return page.evaluate((answer) => {
    const texts = [...document.querySelectorAll('label.form-check-label')].map(
      (label) => label.textContent ?? '',
    );
    return texts.find((text) => text !== answer) ?? '';
  }, right);
}

/** Presses a button of the note on the page, which sits in a closed root, by the keyboard; `place` counts from 0. */
export async function pressInNote(page: Tab, place: number): Promise<void> {
  const isInNote = () => page.evaluate(() => document.activeElement?.tagName === 'MEMO-QCM-NOTE', null);
  for (let tries = 0; tries < 30 && !(await isInNote()); tries += 1) await page.press('Tab');
  for (let step = 0; step < place; step += 1) await page.press('Tab');
  await page.press('Enter');
}

export async function send(page: Tab): Promise<void> {
  await page.click({ role: 'button', name: 'Envoyer' });
}

/** The answers that reached the site. */
export function sentAnswers(site: Site): (string | null)[] {
  return site.world.log.filter(({ verb }) => verb === 'post').map(({ choice }) => choice);
}

export { expect };
