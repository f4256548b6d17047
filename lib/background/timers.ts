import { browser } from 'wxt/browser';
import type { Vault } from '../vault/vault.ts';
import type { Drafts } from './drafts.ts';

const FORGET_UNDO = 'forget-undo';
const WATCH_LOCK = 'watch-lock';

/** A change can be taken back for one minute; soon after, what that takes is deleted. */
const FORGET_UNDO_AFTER_MINUTES = 1.5;

/**
 * The alarms of the background. They only tidy up in time: what may no longer be used is refused at each use, whether
 * an alarm came or not. `tellPages` has the extension's open pages look at the lock.
 */
export function makeTimers(vault: Vault, drafts: Pick<Drafts, 'sweep'>, tellPages: () => void) {
  return {
    scheduleForgetUndo(): void {
      void browser.alarms.create(FORGET_UNDO, { delayInMinutes: FORGET_UNDO_AFTER_MINUTES });
    },

    /**
     * Has a vault that locks by itself looked at every minute while it is unlocked; once locked, drafts go too. Returns
     * whether it is unlocked.
     */
    async watchLock(): Promise<boolean> {
      const isUnlocked = (await vault.state()) === 'open' && (await vault.method()) === 'passphrase';
      if (isUnlocked) void browser.alarms.create(WATCH_LOCK, { periodInMinutes: 1 });
      else await browser.alarms.clear(WATCH_LOCK);
      await drafts.sweep();
      return isUnlocked;
    },

    /** Does what an alarm is for. */
    async ring(name: string): Promise<void> {
      if (name === FORGET_UNDO) await vault.forgetUndo();
      // Looking at the state drops a key whose time has come.
      if (name === WATCH_LOCK && !(await this.watchLock())) tellPages();
    },
  };
}
