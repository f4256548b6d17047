import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import type { Figure } from './figure.ts';
import { send, tell } from './owner.ts';

/** Questions of one import: all of them are written, or none. */
const GROUP = 20;
/** The worker is killed within this long after it was asked, in milliseconds; a change takes about half of it. */
const LATEST = 60;

/** Kills the worker in mid-write: a change of many records is there whole afterwards, or not at all. */
export async function killInMidWrite(
  browser: Browser,
  page: Tab,
  random: Random,
  kills: number,
): Promise<Figure> {
  const counts = { kills: 0, before: 0, after: 0, torn: 0, damaged: 0 };
  for (let group = 0; group < kills; group += 1) {
    const entries = Array.from({ length: GROUP }, (_, index) => ({
      question: `Lot ${group}, question ${index} ?`,
      answers: ['A'],
      whole: true,
    }));
    await send(page, 'import', { entries, account: null, lastIsDeclared: false });
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, LATEST)));
    await browser.stopBackground();
    counts.kills += 1;
    const { damaged } = await tell(page, 'status', { tabId: null });
    const there = (await tell(page, 'list', {})).filter(({ question }) =>
      question.startsWith(`Lot ${group},`),
    ).length;
    counts.damaged += damaged;
    if (there === 0) counts.before += 1;
    else if (there === GROUP) counts.after += 1;
    else counts.torn += 1;
  }
  return {
    check: 'kills in mid-write',
    where: 'chromium',
    counts,
    asPromised: counts.torn === 0 && counts.damaged === 0,
  };
}

/** The background that Firefox stops when it is idle: what was written before is there after. */
export async function stopWhenIdle(browser: Browser, page: Tab, stops: number): Promise<Figure> {
  const counts = { stops: 0, lost: 0 };
  for (let stop = 0; stop < stops; stop += 1) {
    await tell(page, 'save', { id: null, account: null, question: `Question ${stop} ?`, answers: ['A'] });
    await browser.stopBackground();
    counts.stops += 1;
    const questions = (await tell(page, 'list', {})).map(({ question }) => question);
    if (!questions.includes(`Question ${stop} ?`)) counts.lost += 1;
  }
  return {
    check: 'background stopped between write and read',
    where: browser.name,
    counts,
    asPromised: counts.lost === 0,
  };
}
