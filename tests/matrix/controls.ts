import { LOGIN, logIn, sentAnswers } from '../e2e/extension.ts';
import type { Trial } from './hostile.ts';
import { chosenOn, press } from './page-hand.ts';
import type { Stage } from './play-cell.ts';
import { soon } from './soon.ts';
import { spokenOn } from './spoken.ts';
import { ACCOUNT, FIRST, OTHER_ACCOUNT, SECOND } from './subject.ts';
import { clickByScript } from './synthetic-clicks.ts';

/** Rounds of clicks by script on each control: with the cross, the cancelling and the three decisions over 100 in all. */
const ROUNDS = 25;

/** Clicks by script on the controls of the notes: on the cross, while it counts down, and where it asks to remember. */
export async function tryControls(stage: Stage): Promise<Trial[]> {
  const { browser, site, memory } = stage;
  const trials: Trial[] = [];

  // The mode that marks: its note has a cross, which a person's click heeds and a script's does not.
  await begin(stage, 'highlight');
  await memory.confirm(ACCOUNT, FIRST.text, FIRST.answer);
  const tab = await signedIn(stage);
  const closing: string[] = [];
  if ((await clickByScript(tab, browser.name, ROUNDS)) !== 1) closing.push('not the one control');
  if (!(await hasNote(tab))) closing.push('a script closed the note');
  if (sentAnswers(site).length > 0 || (await chosenOn(tab)) !== null) closing.push('something was chosen');
  // The note has one control, and keys reach it by Tab: it closes for its owner.
  for (let tries = 0; tries < 30 && !(await isInNote(tab)); tries += 1) await tab.press('Tab');
  await tab.press('Enter');
  if (
    await soon(
      () => hasNote(tab),
      (has) => !has,
    )
  )
    closing.push('its owner could not close the note');
  trials.push({ name: `${ROUNDS} clicks by script on the cross`, problems: [...closing, ...tab.errors] });
  await tab.close();

  await begin(stage, 'automatic');
  await memory.confirm(ACCOUNT, FIRST.text, FIRST.answer);
  const counting = await signedIn(stage);
  const controls = await clickByScript(counting, browser.name, ROUNDS);
  const sent = await soon(
    async () => sentAnswers(site).length,
    (count) => count > 0,
  );
  const cancelled = controls !== 2 ? ['not both controls of the countdown'] : [];
  if (sent !== 1) cancelled.push('a script cancelled the countdown');
  // What it confirms is written by the time that the page is told so; later it would be part of the next trial.
  await soon(
    () => spokenOn(counting, browser.name),
    (notes) => notes.some((note) => note.includes('accepté')),
  );
  trials.push({
    name: `${2 * ROUNDS} clicks by script during the countdown`,
    problems: [...cancelled, ...counting.errors],
  });
  await counting.close();

  await begin(stage, 'select', 'ask');
  const asking = await signedIn(stage);
  await press(asking, FIRST.answer);
  await press(asking, 'Envoyer');
  await asking.see('Bienvenue Marie');
  const said = await soon(
    () => spokenOn(asking, browser.name),
    ([note]) => Boolean(note?.includes('La retenir')),
  );
  const deciding = said.length === 1 ? [] : ['it did not ask'];
  if ((await clickByScript(asking, browser.name, ROUNDS)) !== 4) deciding.push('not all four controls');
  const [still = ''] = await spokenOn(asking, browser.name);
  if (!still.includes('La retenir')) deciding.push('a script answered');
  if ((await memory.read()).length > 0) deciding.push('a script had it remembered');
  trials.push({
    name: `${4 * ROUNDS} clicks by script on “remember?”`,
    problems: [...deciding, ...asking.errors],
  });
  await asking.close();
  trials.push(await twoTabs(stage));
  return trials;
}

/** Two tabs, two accounts, one question: each has its own answer chosen, sent and remembered. */
async function twoTabs(stage: Stage): Promise<Trial> {
  const { site, memory } = stage;
  await begin(stage, 'select');
  await memory.confirm(ACCOUNT, FIRST.text, FIRST.answer);
  await memory.confirm(OTHER_ACCOUNT, FIRST.text, 'NICE');
  const before = await memory.read();
  const other = site.world.account(OTHER_ACCOUNT);
  if (other)
    other.questions = [{ ...FIRST, answer: 'NICE', others: ['LYON', FIRST.answer, 'PARIS', 'METZ'] }];
  const one = await signedIn(stage);
  const two = await signedIn(stage, OTHER_ACCOUNT);
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
  problems.push(...one.errors, ...two.errors);
  await one.close();
  await two.close();
  return { name: 'two tabs with two accounts', problems };
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

function hasNote(tab: Awaited<ReturnType<typeof signedIn>>): Promise<boolean> {
  return tab.evaluate(() => document.querySelector('memo-qcm-note') !== null, null);
}

function isInNote(tab: Awaited<ReturnType<typeof signedIn>>): Promise<boolean> {
  return tab.evaluate(() => document.activeElement?.localName === 'memo-qcm-note', null);
}
