import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { TabReport } from '../lib/messages.ts';
import type { Browser } from './browsers/browser.ts';
import type { Tab } from './browsers/tab.ts';
import { pressInNote } from './e2e/extension.ts';
import { openSection } from './e2e/section.ts';
import type { Site } from './site/server.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

const FILE = fileURLToPath(new URL('fixtures/qcm/py-client.json', import.meta.url));
const IDENTIFIER = 'marie.martin';
const PASSWORD = 'tournesol';
const KNOWN = { question: 'Quelle est votre ville de résidence ?', answer: 'PARIS' };
const NEW = { question: "Quelle est l'année de naissance de Léa ?", answer: '2012' };

/**
 * Takes the main job from end to end in a real browser, prints each step, and saves a picture of it in `pictures`.
 * Throws at the first step that is not as told.
 */
export async function takeTour(browser: Browser, site: Site, pictures: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  let step = 0;
  const show = async (tab: Tab, what: string) => {
    step += 1;
    await tab.screenshot(join(pictures, `${String(step).padStart(2, '0')}.png`));
    console.log(`${String(step).padStart(2)}. ${what}`);
  };
  site.world.behaviour.forgetDevices = true;

  const options = await browser.openExtension('options.html');
  await options.see('J’ai compris');
  await show(options, 'First run: the extension says what it keeps, and where.');
  await options.click({ role: 'button', name: 'J’ai compris' });
  await options.see('Ajouter une question');
  await openSection(options, 'importer');
  await options.setFiles('input[type="file"]', FILE);
  await options.see('Aperçu de l’import');
  await show(options, 'Import of a qcm.json: the preview; nothing is written yet.');
  await options.click({ role: 'button', name: /^Importer \d/ });
  await options.see('Import terminé', '[role="status"]');
  await show(options, `Imported: ${await said(options)}`);
  await openSection(options, 'reponses');

  site.world.askNext(IDENTIFIER, KNOWN.question);
  const page = await browser.open('https://www.ecoledirecte.com/login');
  await show(page, 'The login page.');
  await logIn(page);
  await expectSelected(page, KNOWN.answer);
  await show(page, `Asked: ${KNOWN.question} Selected: ${KNOWN.answer}. Why: ${await why(options)}.`);
  expectEqual(site.world.log.filter(({ verb }) => verb === 'post').length, 0, 'answers sent so far');
  await page.click({ role: 'button', name: 'Envoyer' });
  await page.see('Bienvenue Marie');
  await page.waitFor('what the extension says', () => document.querySelector('memo-qcm-note') !== null, null);
  await show(page, 'Sent by hand, accepted, remembered as confirmed.');

  site.world.askNext(IDENTIFIER, NEW.question);
  await logInAgain(page);
  await page.see(NEW.question);
  await page.waitFor('what the extension says', () => document.querySelector('memo-qcm-note') !== null, null);
  expectEqual((await page.texts('[data-memo-qcm]')).length, 0, 'marked options of a new question');
  await show(page, `Asked something new: ${NEW.question} Nothing is selected. Why: ${await why(options)}.`);
  await page.click({ role: 'radio', name: NEW.answer });
  await page.click({ role: 'button', name: 'Envoyer' });
  await page.see('Bienvenue Marie');
  await page.waitFor(
    'what the extension asks',
    () => document.querySelector('memo-qcm-note[data-place="corner"]') !== null,
    null,
  );
  await show(page, `Answered by hand (${NEW.answer}), accepted: remember it?`);
  await pressInNote(page, 0);
  await options.waitFor('the new answer', isRemembered, NEW.question);
  await show(page, 'Yes: remembered.');

  site.world.askNext(IDENTIFIER, NEW.question);
  await logInAgain(page);
  await expectSelected(page, NEW.answer);
  await show(page, `Third login, the same question: ${NEW.answer} is selected. Why: ${await why(options)}.`);
  await page.click({ role: 'button', name: 'Envoyer' });
  await page.see('Bienvenue Marie');
  const sent = site.world.log.filter(({ verb }) => verb === 'post').map(({ choice }) => choice);
  expectEqual(
    sent.join(', '),
    [KNOWN.answer, NEW.answer, NEW.answer].join(', '),
    'answers that reached the site',
  );
  await options.evaluate(() => location.reload(), null);
  await options.see(NEW.question);
  await show(options, 'The list of what is remembered now.');
}

async function logIn(page: Tab): Promise<void> {
  await page.fill('#username', IDENTIFIER);
  await page.fill('#password', PASSWORD);
  await page.click({ role: 'button', name: 'Se connecter' });
}

async function logInAgain(page: Tab): Promise<void> {
  await page.click({ role: 'button', name: 'Se déconnecter' });
  await logIn(page);
}

async function expectSelected(page: Tab, answer: string): Promise<void> {
  const text = await page.waitFor(
    `${answer} selected and marked`,
    () => {
      const label = document.querySelector<HTMLLabelElement>('label[data-memo-qcm="answer"]');
      return (label?.control as HTMLInputElement | null)?.checked ? label?.textContent : null; // the page's labels are of radio buttons
    },
    null,
  );
  expectEqual(text, answer, 'selected option');
}

/** What the extension said last. */
async function said(options: Tab): Promise<string> {
  return (await options.texts('[role="status"]')).find((text) => text.includes('Import')) ?? '';
}

/** Runs in the extension's page: whether its list has the question now. */
async function isRemembered(question: string): Promise<boolean> {
  const list = await chrome.runtime.sendMessage({ to: 'owner', name: 'list', request: {} });
  return JSON.stringify(list).includes(JSON.stringify(question));
}

/** The advice behind what was done, asked of the extension as its popup asks. */
async function why(options: Tab): Promise<string> {
  const report = await options.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://www.ecoledirecte.com/*' });
    const request = { to: 'owner', name: 'status', request: { tabId: tab?.id ?? null } };
    // Our own background answers.
    const status = (await chrome.runtime.sendMessage(request)) as { value: { tab: TabReport | null } };
    return status.value.tab;
  }, null);
  if (!report) throw new Error('The extension does not know of the question.');
  const { advice } = report;
  if (advice.kind === 'answer')
    return advice.confirmed ? 'it was accepted before' : 'it is the one remembered answer that is offered';
  return advice.kind === 'candidates'
    ? `only candidates (${advice.doubt})`
    : `nothing is remembered (${advice.kind})`;
}

function expectEqual<Value>(actual: Value, expected: Value, what: string): void {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, found ${actual}`);
}
