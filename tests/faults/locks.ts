import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Figure } from './figure.ts';
import { tell } from './owner.ts';

const PASSPHRASE = 'une phrase pour le verrou';

/** A worker that dies is as open, or as locked, as before when it comes back. */
export async function killAroundTheLock(browser: Browser, page: Tab, kills: number): Promise<Figure> {
  const counts = { kills: 0, lockedTooEarly: 0, lockedTooLate: 0 };
  await tell(page, 'setPassphrase', { passphrase: PASSPHRASE });
  for (let kill = 0; kill < kills; kill += 1) {
    await browser.stopBackground();
    counts.kills += 1;
    if ((await tell(page, 'status', { tabId: null })).vault !== 'open') counts.lockedTooEarly += 1;
  }
  await tell(page, 'lock', {});
  for (let kill = 0; kill < Math.ceil(kills / 2); kill += 1) {
    await browser.stopBackground();
    counts.kills += 1;
    if ((await tell(page, 'status', { tabId: null })).vault !== 'locked') counts.lockedTooLate += 1;
  }
  await tell(page, 'removePassphrase', { current: PASSPHRASE });
  return {
    check: 'kills around the lock',
    where: browser.name,
    counts,
    asPromised: counts.lockedTooEarly + counts.lockedTooLate === 0,
  };
}
