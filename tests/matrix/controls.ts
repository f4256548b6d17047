import type { Tab } from '../browsers/tab.ts';
import { LOGIN, logIn, sentAnswers } from '../e2e/extension.ts';
import type { Trial } from './hostile.ts';
import { chosenOn, press } from './page-hand.ts';
import type { Stage } from './play-cell.ts';
import { played } from './second-try.ts';
import { soon } from './soon.ts';
import { spokenOn } from './spoken.ts';
import { ACCOUNT, FIRST, OTHER_ACCOUNT, SECOND } from './subject.ts';
import { clickByScript } from './synthetic-clicks.ts';

/** Rounds of clicks by script on each control: with the cross, the cancelling and the three decisions over 100 in all. */
const ROUNDS = 25;

const TRIALS: Record<string, (stage: Stage) => Promise<string[]>> = {
  [`${ROUNDS} clicks by script on the cross`]: clickCross,
  [`${2 * ROUNDS} clicks by script during the countdown`]: clickWhileCounting,
  [`${4 * ROUNDS} clicks by script on “remember?”`]: clickWhileAsking,
  'two tabs with two accounts': playTwoTabs,
};

/** Clicks by script on the controls of the notes, and two tabs at once. */
export async function tryControls(stage: Stage): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const [name, work] of Object.entries(TRIALS))
    trials.push({ name, problems: await played(`${stage.browser.name}: ${name}`, () => work(stage)) });
  return trials;
}

/** The mode that marks: its note has a cross, which a person's click heeds and a script's does not. */
async function clickCross(stage: Stage): Promise<string[]> {
  const { browser, site, memory } = stage;
  await begin(stage, 'highlight');
  await memory.confirm(ACCOUNT, FIRST.text, FIRST.answer);
  return withTab(signedIn(stage), async (tab) => {
    const problems: string[] = [];
    if ((await clickByScript(tab, browser.name, ROUNDS)) !== 1) problems.push('not the one control');
    if (!(await hasNote(tab))) problems.push('a script closed the note');
    if (sentAnswers(site).length > 0 || (await chosenOn(tab)) !== null) problems.push('something was chosen');
    // The note has one control, and keys reach it by Tab: it closes for its owner.
    for (let tries = 0; tries < 30 && !(await isInNote(tab)); tries += 1) await tab.press('Tab');
    await tab.press('Enter');
    if (
      await soon(
        () => hasNote(tab),
        (has) => !has,
      )
    )
      problems.push('its owner could not close the note');
    return problems;
  });
}

async function clickWhileCounting(stage: Stage): Promise<string[]> {
  const { browser, site, memory } = stage;
  await begin(stage, 'automatic');
  await memory.confirm(ACCOUNT, FIRST.text, FIRST.answer);
  return withTab(signedIn(stage), async (tab) => {
    const problems: string[] = [];
    if ((await clickByScript(tab, browser.name, ROUNDS)) !== 2)
      problems.push('not both controls of the countdown');
    const sent = await soon(
      async () => sentAnswers(site).length,
      (count) => count > 0,
    );
    if (sent !== 1) problems.push('a script cancelled the countdown');
    // What it confirms is written by the time that the page is told so; later it would be part of the next trial.
    await soon(
      () => spokenOn(tab, browser.name),
      (notes) => notes.some((note) => note.includes('accepté')),
    );
    return problems;
  });
}

async function clickWhileAsking(stage: Stage): Promise<string[]> {
  const { browser, memory } = stage;
  await begin(stage, 'select', 'ask');
  return withTab(signedIn(stage), async (tab) => {
    await press(tab, FIRST.answer);
    await press(tab, 'Envoyer');
    await tab.see('Bienvenue Marie');
    const said = await soon(
      () => spokenOn(tab, browser.name),
      ([note]) => Boolean(note?.includes('La retenir')),
    );
    const problems = said.length === 1 ? [] : ['it did not ask'];
    if ((await clickByScript(tab, browser.name, ROUNDS)) !== 4) problems.push('not all four controls');
    const [still = ''] = await spokenOn(tab, browser.name);
    if (!still.includes('La retenir')) problems.push('a script answered');
    if ((await memory.read()).length > 0) problems.push('a script had it remembered');
    return problems;
  });
}

/** Two tabs, two accounts, one question: each has its own answer chosen, sent and remembered. */
async function playTwoTabs(stage: Stage): Promise<string[]> {
  const { site, memory } = stage;
  await begin(stage, 'select');
  await memory.confirm(ACCOUNT, FIRST.text, FIRST.answer);
  await memory.confirm(OTHER_ACCOUNT, FIRST.text, 'NICE');
  const before = await memory.read();
  const other = site.world.account(OTHER_ACCOUNT);
  if (other)
    other.questions = [{ ...FIRST, answer: 'NICE', others: ['LYON', FIRST.answer, 'PARIS', 'METZ'] }];
  return withTab(signedIn(stage), (one) =>
    withTab(signedIn(stage, OTHER_ACCOUNT), async (two) => {
      const chosen = [await chosenOn(one), await chosenOn(two)];
      await press(one, 'Envoyer');
      await press(two, 'Envoyer');
      await one.see('Bienvenue Marie');
      await two.see('Bienvenue Paul');
      const problems: string[] = [];
      if (String(chosen) !== String([FIRST.answer, 'NICE'])) problems.push(`chosen: ${chosen}`);
      if (String(sentAnswers(site)) !== String([FIRST.answer, 'NICE']))
        problems.push(`sent: ${sentAnswers(site)}`);
      if (String(await memory.read()) !== String(before)) problems.push(`remembered: ${await memory.read()}`);
      return problems;
    }),
  );
}

/** What was not as promised in a tab, its own errors among it; the tab is closed whatever comes. */
async function withTab(opening: Promise<Tab>, work: (tab: Tab) => Promise<string[]>): Promise<string[]> {
  const tab = await opening;
  try {
    return [...(await work(tab)), ...tab.errors];
  } finally {
    await tab.close();
  }
}

async function begin(
  { site, memory }: Stage,
  mode: Parameters<Stage['memory']['reset']>[0],
  remember: 'always' | 'ask' = 'always',
) {
  await memory.reset(mode, remember);
  site.reset();
  site.world.behaviour.forgetDevices = true;
  for (const identifier of [ACCOUNT, OTHER_ACCOUNT]) {
    const account = site.world.account(identifier);
    if (account) account.questions = [FIRST, SECOND];
    site.world.askNext(identifier, FIRST.text);
  }
}

async function signedIn({ browser, site }: Stage, account = ACCOUNT) {
  const tab = await browser.open(LOGIN);
  await tab.page.bringToFront();
  await logIn(tab, site, account);
  await tab.see(FIRST.text, 'h3');
  const said = await soon(
    () => spokenOn(tab, browser.name),
    (notes) => notes.some((note) => note.length > 10),
  );
  if (said.length === 0) throw new Error('no note on the question');
  return tab;
}

function hasNote(tab: Tab): Promise<boolean> {
  return tab.evaluate(() => document.querySelector('memo-qcm-note') !== null, null);
}

function isInNote(tab: Tab): Promise<boolean> {
  return tab.evaluate(() => document.activeElement?.localName === 'memo-qcm-note', null);
}
