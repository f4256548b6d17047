import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../lib/background/badge.ts';
import { dispatch } from '../lib/background/dispatch.ts';
import { makeOwnerDesk } from '../lib/background/owner-desk.ts';
import { makePageDesk } from '../lib/background/page-desk.ts';
import { TabReports } from '../lib/background/tab-reports.ts';
import { makeTimers } from '../lib/background/timers.ts';
import { WaitingOutcomes } from '../lib/background/waiting-outcomes.ts';
import { UNLOCKED } from '../lib/messages.ts';
import { readSettings } from '../lib/settings.ts';
import { openVault } from '../lib/vault/vault.ts';

/** Wires the vault to the messages. All listeners stand before the first wait: a woken worker misses no message. */
export default defineBackground(() => {
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
  const session = browser.storage.session;
  const vault = openVault({ session, lockAfter: async () => (await readSettings()).lockAfter });
  const needs = {
    vault,
    reports: new TabReports(session),
    waiting: new WaitingOutcomes(session),
    now: Date.now,
  };
  const timers = makeTimers(vault);
  const onLockChange = async (isOpen: boolean) => {
    await timers.watchLock();
    if (!isOpen) return;
    // A tab that asked a locked vault asks again; one that has gone does not matter.
    const tabs = await needs.reports.lockedTabs();
    await Promise.allSettled(tabs.map((tabId) => browser.tabs.sendMessage(tabId, UNLOCKED)));
  };
  const desks = {
    page: makePageDesk({ ...needs, readSettings, showBadge }),
    owner: makeOwnerDesk({ ...needs, onLockChange, scheduleForgetUndo: timers.scheduleForgetUndo }),
  };

  browser.runtime.onMessage.addListener((message, sender) => dispatch(message, sender, self, desks));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });
  browser.tabs.onRemoved.addListener((tabId) => void needs.reports.forget(tabId));
  browser.alarms.onAlarm.addListener(({ name }) => void timers.ring(name));
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener(() => void desks.owner.lock({}, { kind: 'owner' }));
});
