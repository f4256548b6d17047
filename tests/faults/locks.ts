import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Status } from '../../lib/messages.ts';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import type { Figure } from './figure.ts';
import { send, tell } from './owner.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

const PASSPHRASE = 'une phrase pour le verrou';
/** The worker is killed within this long after it was asked something, in milliseconds. */
const LATEST = 100;
/** An hour; the vault locks after 15 minutes. A last use this much later than now means a clock that was moved back. */
const HOUR = 3_600_000;

/**
 * Proves that a worker that dies is as open, or as locked, as before when it comes back: killed at random times within
 * the deadline it is still unlocked (`early` counts those that are not); killed after a lock, after the deadline, or after
 * the clock was moved back it is locked (`late`). The deadline is moved in the session's storage, not waited for.
 */
export async function killAroundTheLock(
  browser: Browser,
  page: Tab,
  random: Random,
  kills: number,
): Promise<Figure> {
  const counts = { kills: 0, early: 0, late: 0 };
  const kill = async (): Promise<Status['vault']> => {
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, LATEST)));
    if (await browser.stopBackground()) counts.kills += 1;
    return (await tell(page, 'status', { tabId: null })).vault;
  };
  await tell(page, 'setPassphrase', { passphrase: PASSPHRASE });
  const half = Math.ceil(kills / 2);
  for (let place = 0; place < half; place += 1) {
    if (place % 2 === 0) await send(page, 'list', {});
    if ((await kill()) !== 'open') counts.early += 1;
  }
  const ways = [
    () => tell(page, 'lock', {}),
    () => page.evaluate(moveLastUse, -HOUR),
    () => page.evaluate(moveLastUse, HOUR),
  ];
  for (let place = 0; place < kills - half; place += 1) {
    await tell(page, 'unlock', { passphrase: PASSPHRASE });
    await ways[place % ways.length]?.();
    if ((await kill()) !== 'locked') counts.late += 1;
  }
  await tell(page, 'removePassphrase', { current: PASSPHRASE });
  return {
    check: 'kills around the lock',
    where: browser.name,
    counts,
    // Where no worker was there to be killed, nothing was proved.
    asPromised: counts.kills === kills && counts.early + counts.late === 0,
  };
}

/** Runs in an extension's page, while the vault is unlocked. */
async function moveLastUse(by: number): Promise<void> {
  const { 'vault-key': held } = await chrome.storage.session.get('vault-key');
  const { usedAt } = held as { usedAt: number }; // what lib/vault/session-key.ts keeps
  await chrome.storage.session.set({ 'vault-key': { ...(held as object), usedAt: usedAt + by } });
}
