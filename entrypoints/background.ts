import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { AskedQuestions } from '../lib/background/asked-questions.ts';
import { showBadge } from '../lib/background/badge.ts';
import { dispatch, isWake } from '../lib/background/dispatch.ts';
import { Drafts } from '../lib/background/drafts.ts';
import { OfferedAnswers } from '../lib/background/offered-answers.ts';
import { makeOwnerDesk } from '../lib/background/owner-desk.ts';
import { makePageDesk } from '../lib/background/page-desk.ts';
import { pause } from '../lib/background/pause.ts';
import { readOnce } from '../lib/background/read-once.ts';
import { isOfSite } from '../lib/background/senders.ts';
import { keepFromContentScripts } from '../lib/background/storage-access.ts';
import { Suspension } from '../lib/background/suspension.ts';
import { TabReports } from '../lib/background/tab-reports.ts';
import { makeTimers } from '../lib/background/timers.ts';
import { WaitingOutcomes } from '../lib/background/waiting-outcomes.ts';
import { ASK_AGAIN, CHOOSE, LOCK_CHANGED } from '../lib/messages.ts';
import { followSettings, readSettings } from '../lib/settings.ts';
import { openVault } from '../lib/vault/vault.ts';

/** Wires the vault to the messages. All listeners stand before the first wait: a woken worker misses no message. */
export default defineBackground(() => {
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
  const session = readOnce(browser.storage.session);
  // Read anew: the news of a change may come after the message that follows it.
  const lockAfter = async () => (await readSettings()).lockAfter;
  const vault = openVault({ session: browser.storage.session, local: browser.storage.local, lockAfter });
  const asked = new AskedQuestions(session);
  const reports = new TabReports(session);
  const needs = {
    vault,
    reports,
    asked,
    waiting: new WaitingOutcomes(session),
    offers: new OfferedAnswers(session),
    suspension: new Suspension(browser.storage.local),
    drafts: new Drafts(session, vault),
    readSettings: followSettings(),
    showBadge,
    isOnSite: async (tabId: number) => isOfSite((await browser.tabs.get(tabId).catch(() => null))?.url),
    pause,
    now: Date.now,
  };
  // Where no page is open, nobody is there to hear it.
  const tellPages = () => void browser.runtime.sendMessage(LOCK_CHANGED).catch(() => {});
  const timers = makeTimers(vault, needs.drafts, tellPages);
  // A tab that has gone does not matter.
  const tellTab = (tabId: number, what: string) => browser.tabs.sendMessage(tabId, what).catch(() => {});
  const onLockChange = async (isOpen: boolean) => {
    await timers.watchLock();
    tellPages();
    if (isOpen) await Promise.all((await reports.unopenedTabs()).map((tabId) => tellTab(tabId, ASK_AGAIN)));
  };
  const desks = {
    page: makePageDesk({ ...needs, tellTab }),
    owner: makeOwnerDesk({
      ...needs,
      onLockChange,
      tellTab,
      scheduleForgetUndo: timers.scheduleForgetUndo,
      version: browser.runtime.getManifest().version,
    }),
  };

  keepFromContentScripts();
  browser.runtime.onMessage.addListener((message, sender) => {
    if (!isWake(message, sender, self)) return dispatch(message, sender, self, desks);
    void vault.state();
    return undefined;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });
  // The alarm for it may have been due while the browser was closed.
  browser.runtime.onStartup.addListener(() => void vault.forgetUndo());
  browser.tabs.onRemoved.addListener((tabId) => void desks.page.forget(tabId));
  browser.alarms.onAlarm.addListener(({ name }) => void timers.ring(name));
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'lock') void desks.owner.lock({}, { kind: 'owner' });
    if (command === 'choose' && tab?.id !== undefined) void tellTab(tab.id, CHOOSE);
  });
});
