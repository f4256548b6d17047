import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Figure } from './figure.ts';
import { listAll, tell } from './owner.ts';

/** Proves that what was written is there for the next background, where Firefox stopped the one before as idle. */
export async function stopWhenIdle(browser: Browser, page: Tab, stops: number): Promise<Figure> {
  const counts = { stops: 0, lost: 0 };
  for (let stop = 0; stop < stops; stop += 1) {
    const [question, answer] = [`Question ${stop} ?`, `réponse ${stop}`];
    const { id } = await tell(page, 'save', { id: null, account: null, question, answers: [answer] });
    const before = await listAll(page);
    await browser.stopBackground();
    counts.stops += 1;
    const isThere = JSON.stringify(await listAll(page)) === JSON.stringify(before);
    const [revealed] = await tell(page, 'reveal', { id });
    if (!isThere || revealed?.text !== answer) counts.lost += 1;
  }
  return {
    check: 'stops between write and read',
    where: browser.name,
    counts,
    asPromised: counts.lost === 0,
  };
}
