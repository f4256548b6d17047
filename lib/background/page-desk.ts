import type { Advice } from '../challenge/advice.ts';
import { advise, type Known } from '../challenge/advise.ts';
import type { Challenge } from '../challenge/challenge.ts';
import { fold } from '../challenge/fold.ts';
import { SAME_LOGIN_MS } from '../challenge/login.ts';
import { isRefusal } from '../challenge/outcome.ts';
import { ASK_AGAIN, type OutcomeReport, type Remembering, type TabReport } from '../messages.ts';
import type { Vault, VaultState } from '../vault/vault.ts';
import type { AskedQuestions } from './asked-questions.ts';
import type { PageDesk, PageSpeaker } from './dispatch.ts';
import { type LearnNeeds, learn, NOT_REMEMBERED, settleOffer } from './learn.ts';
import { note } from './note.ts';
import type { HeldOutcome } from './outcome-list.ts';
import type { Suspension } from './suspension.ts';
import type { StoredReport, TabReports } from './tab-reports.ts';
import { Turns } from './turns.ts';

export interface PageDeskNeeds extends LearnNeeds {
  reports: TabReports;
  asked: AskedQuestions;
  suspension: Suspension;
  /** Has a tab ask again for advice. */
  tellTab: (tabId: number, what: typeof ASK_AGAIN) => Promise<void>;
  showBadge: (tabId: number, report: TabReport) => Promise<void>;
  /** Lets so many milliseconds pass, or fewer where the signal is aborted. */
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * A page has this long to mark its question, and to say so, before journal and badge take the browser's time, in
 * milliseconds.
 */
const MARKED_WITHIN = 50;

/**
 * What the content script is answered. Of a private tab nothing is ever written: its advice leaves no trace, and what
 * is accepted there is not remembered.
 */
export function makePageDesk(needs: PageDeskNeeds): PageDesk & { forget(tabId: number): Promise<void> } {
  const { vault, reports, asked, offers, suspension, readSettings, tellTab, showBadge, pause, now } = needs;
  const show = async (tabId: number, report: StoredReport) => {
    await reports.write(tabId, report);
    await showBadge(tabId, report);
  };
  /** Whether it can be remembered or not, the outcome is told. */
  const remember = async (outcome: HeldOutcome, { isPrivate }: PageSpeaker) =>
    isPrivate ? NOT_REMEMBERED : learn(outcome, needs).catch(() => NOT_REMEMBERED);
  /**
   * After a refusal nothing is sent without its owner, also by another tab that counts down to it, until an answer that was
   * given by hand is accepted. Before they have agreed to anything being kept there is nothing to send, and nothing is written.
   */
  const suspend = async (isRefused: boolean, byHand: boolean, { tabId, isPrivate }: PageSpeaker) => {
    if (isPrivate || (await vault.state()) === 'absent') return;
    if (isRefused) {
      await suspension.begin();
      for (const other of await reports.sendingTabs()) if (other !== tabId) void tellTab(other, ASK_AGAIN);
    } else if (byHand) await suspension.end();
  };

  const turns = new Turns();
  const desk = {
    /** `reply` is called before anything is noted: a page that is about to show its question waits for nothing else. */
    async advice(
      { account, source, ...challenge }: Parameters<PageDesk['advice']>[0],
      tab: PageSpeaker,
      reply: (advised: Awaited<ReturnType<PageDesk['advice']>>) => void,
      more: AbortSignal,
    ): Promise<void> {
      const at = now();
      const find = async (): Promise<Advice> => {
        const admission = asked.admit(tab.tabId, { account, question: challenge.question }, at);
        const [isAdmitted, state] = await Promise.all([admission, vault.state()]);
        return isAdmitted ? adviceOf(vault, state, challenge, account, at) : { kind: 'silent' };
      };
      // None of these has to wait for another.
      const [advice, { mode }, suspended, before] = await Promise.all([
        // Without a report of its own, what comes of this question would be taken for the last one's.
        find().catch((): Advice => ({ kind: 'unavailable' })),
        readSettings(),
        suspension.isOn(),
        reports.read(tab.tabId),
      ]);
      reply({ advice, mode, suspended });
      // What follows in the same task would be on its way to the browser before the reply is.
      await pause(0, more);
      const report: StoredReport = {
        ...challenge,
        ...NOT_REMEMBERED,
        account,
        advice,
        mode,
        step: 'advised',
        code: null,
        trouble: before && isSameLogin(before, account, at) ? before.trouble : null,
        at,
      };
      // It was counted in memory before anything was looked up; the tab's next question waits for this.
      await Promise.all([asked.keep(tab.tabId), reports.write(tab.tabId, report)]);
      await pause(MARKED_WITHIN, more);
      const detail = advice.kind === 'candidates' ? `${advice.kind}:${advice.doubt}` : advice.kind;
      if (isOpen(advice) && !isToldAlready(before, report) && !tab.isPrivate)
        await note(vault, { at, kind: 'advice', account, question: challenge.question, detail });
      // Last, as it fails for a tab that has gone meanwhile. What only looks like a question may be any page's: it is no
      // state of the tab.
      if (source === 'probe' || 'candidates' in advice) await showBadge(tab.tabId, report);
    },

    async outcome(outcome: OutcomeReport, tab: PageSpeaker): Promise<Remembering> {
      const report = await reports.read(tab.tabId);
      if (!report) return NOT_REMEMBERED;
      if (outcome.kind === 'decided') {
        const { decision } = outcome;
        const settle = async (offer: HeldOutcome) => {
          const settled = { ...report, ...(await settleOffer(offer, decision, needs)) };
          await reports.write(tab.tabId, settled);
          return settled;
        };
        const settled = report.asks && !tab.isPrivate ? await offers.settle(report, settle) : null;
        // What the owner decided in the popup meanwhile is in the report by now.
        const shown = settled ?? (await reports.read(tab.tabId)) ?? report;
        await showBadge(tab.tabId, shown);
        return memoryOf(shown);
      }
      // An outcome is believed only of the challenge that this tab asked advice for, and once; asked again because the
      // answer was lost, it is what it was.
      if (report.step === 'accepted') return memoryOf(report);
      if (!('proposition' in outcome)) {
        const trouble = outcome.kind === 'no-reply' ? { kind: outcome.kind, code: null } : report.trouble;
        await show(tab.tabId, { ...report, step: outcome.kind, trouble });
        return NOT_REMEMBERED;
      }
      const { question, proposition } = outcome;
      if (question !== report.question || !report.propositions.includes(proposition)) return NOT_REMEMBERED;
      const { account } = report;
      if (outcome.kind === 'moved-on') {
        const moved = { kind: 'moved-on', account, question, proposition, at: now() } as const;
        const remembering = await remember(moved, tab);
        await show(tab.tabId, { ...report, ...remembering, step: 'moved-on' });
        return remembering;
      }
      const { kind, code, byHand } = outcome;
      const isRefused = isRefusal(kind);
      let remembering: Remembering = NOT_REMEMBERED;
      if (isRefused || kind === 'accepted') {
        // A suspension that cannot be stored holds in memory; its end does not.
        await suspend(isRefused, byHand, tab).catch(() => {});
        const learned = { kind: isRefused ? 'refused' : 'accepted', account, question, proposition } as const;
        remembering = await remember({ ...learned, at: now() }, tab);
      }
      const trouble = kind === 'accepted' ? null : { kind, code };
      await show(tab.tabId, { ...report, ...remembering, step: kind, code, trouble });
      return remembering;
    },
  };
  return {
    advice: (request, tab) =>
      new Promise((reply, fail) => {
        turns.take(tab.tabId, (more) => desk.advice(request, tab, reply, more)).catch(fail);
      }),
    outcome: (report, tab) => turns.take(tab.tabId, () => desk.outcome(report, tab)),
    /** Of a tab that was closed: what it told last may still wait for its turn. */
    forget: (tabId) => turns.take(tabId, () => reports.forget(tabId)),
  };
}

function memoryOf({ remembered, waits, asks }: StoredReport): Remembering {
  return { remembered, waits, asks };
}

/**
 * Whether a page only draws again the question that was just answered wrongly, and is given nothing of the vault: the
 * journal has that question, and its refusal. A page may draw it more than once, and tell of other things in between, but
 * the trouble stays until an answer is accepted. An answer that is given next is an access of its own.
 */
function isToldAlready(before: StoredReport | null, { question, trouble, advice }: StoredReport): boolean {
  if (trouble?.kind !== 'refused' && trouble?.kind !== 'blocked') return false;
  return before?.question === question && !('candidates' in advice);
}

/** Whether a question that this account asks now belongs to the login of the question before. */
function isSameLogin(before: StoredReport, account: string | null, now: number): boolean {
  return before.account === account && now - before.at < SAME_LOGIN_MS;
}

async function adviceOf(
  vault: Vault,
  state: VaultState,
  challenge: Challenge,
  account: string | null,
  now: number,
): Promise<Advice> {
  if (state === 'locked') return { kind: 'locked' };
  if (state === 'absent') return { kind: 'not-set-up' };
  if (state !== 'open') return { kind: 'unavailable' };
  const known = await vault.lookUp(account === null ? [null] : [account, null], challenge.question);
  // A record that cannot be read may be the very one: better no advice than advice from half of what is known.
  if (known.damaged > 0) return { kind: 'unavailable' };
  const unknownAccounts = account === null ? await ofAnyAccount(vault, challenge.question) : [];
  return advise(challenge, account, { ...known, unknownAccounts }, now);
}

/** Without the identifier there is no blind index to ask by, so everything is read; it is the rare case. */
async function ofAnyAccount(vault: Vault, question: string): Promise<NonNullable<Known['unknownAccounts']>> {
  const { records } = await vault.list();
  return records
    .map(({ record }) => record)
    .filter((record) => record.account !== null && fold(record.question) === fold(question));
}

function isOpen(advice: Advice): boolean {
  return 'refused' in advice;
}
