import { diagnose } from '../challenge/diagnose.ts';
import { ASK_AGAIN, CHOOSE } from '../messages.ts';
import type { AskedQuestions } from './asked-questions.ts';
import type { OwnerDesk } from './dispatch.ts';
import { type LearnNeeds, settleOffer } from './learn.ts';
import { readStatus, reportOf, type StatusNeeds } from './status.ts';
import type { Suspension } from './suspension.ts';

export interface TabDeskNeeds extends StatusNeeds, LearnNeeds {
  asked: AskedQuestions;
  suspension: Suspension;
  /** Tells the content script of a tab one of the two things that it can be told. */
  tellTab: (tabId: number, what: typeof ASK_AGAIN | typeof CHOOSE) => Promise<void>;
  showBadge: (tabId: number, report: Awaited<ReturnType<StatusNeeds['reports']['read']>>) => Promise<void>;
  version: string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** What concerns the question on one tab's page, asked from outside the page. */
export function makeTabDesk(
  needs: TabDeskNeeds,
): Pick<OwnerDesk, 'allowAdvice' | 'choose' | 'decide' | 'diagnose'> {
  const { vault, reports, asked, offers, suspension, tellTab, showBadge, isOnSite, version, now } = needs;

  return {
    async allowAdvice({ tabId }) {
      await asked.allow(tabId);
      await tellTab(tabId, ASK_AGAIN);
      return readStatus(needs, tabId);
    },

    async choose({ tabId }) {
      await tellTab(tabId, CHOOSE);
      return readStatus(needs, tabId);
    },

    async decide({ decision, tabId, ...subject }) {
      const settled = await offers.settle(subject, async (offer) => {
        const remembering = await settleOffer(offer, decision, needs);
        const report = tabId === null ? null : await reports.read(tabId);
        if (tabId === null || report?.question !== subject.question || report.account !== subject.account)
          return null;
        await reports.write(tabId, { ...report, ...remembering });
        return { ...report, ...remembering };
      });
      if (tabId !== null && settled && (await isOnSite(tabId))) await showBadge(tabId, settled);
      return readStatus(needs, tabId);
    },

    async diagnose({ tabId }) {
      const last = await reportOf(needs, tabId);
      const journal = (await vault.state()) === 'open' ? await vault.journal() : [];
      const accepted = journal.filter(
        ({ kind, detail, account }) =>
          kind === 'outcome' && detail === 'accepted' && account === last?.account,
      );
      const findings = diagnose({
        last,
        suspended: await suspension.isOn(),
        isMirrored: vault.place() === 'mirror',
        acceptedAt: accepted.map(({ at }) => at),
        now: now(),
      });
      return { findings, version };
    },
  };
}
