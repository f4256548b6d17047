import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../lib/background/badge.ts';
import { dispatch } from '../lib/background/dispatch.ts';
import { makeOwnerDesk } from '../lib/background/owner-desk.ts';
import { makePageDesk } from '../lib/background/page-desk.ts';
import { TabReports } from '../lib/background/tab-reports.ts';
import { readSettings } from '../lib/settings.ts';
import { openVault } from '../lib/vault/vault.ts';

/** A change can be taken back for one minute; soon after, what that takes is deleted. */
const FORGET_UNDO_AFTER_MINUTES = 1.5;

/** Wires the vault to the messages. All listeners stand before the first wait: a woken worker misses no message. */
export default defineBackground(() => {
  const self = {
    id: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/, ''),
  };
  const vault = openVault();
  const reports = new TabReports(browser.storage.session);
  const now = () => Date.now();
  const scheduleForgetUndo = () => {
    void browser.alarms.create('forget-undo', { delayInMinutes: FORGET_UNDO_AFTER_MINUTES });
  };
  const desks = {
    page: makePageDesk({ vault, reports, readSettings, showBadge, now }),
    owner: makeOwnerDesk({ vault, reports, now, scheduleForgetUndo }),
  };

  browser.runtime.onMessage.addListener((message, sender) => dispatch(message, sender, self, desks));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });
  browser.tabs.onRemoved.addListener((tabId) => void reports.forget(tabId));
  browser.alarms.onAlarm.addListener(() => void vault.forgetUndo());
});
