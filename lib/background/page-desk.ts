import type { Advice } from '../challenge/advice.ts';
import { advise, type Known } from '../challenge/advise.ts';
import type { Challenge } from '../challenge/challenge.ts';
import { fold } from '../challenge/fold.ts';
import type { JournalEntry, Remembering, TabReport } from '../messages.ts';
import type { Settings } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { AskedQuestions } from './asked-questions.ts';
import type { PageDesk, PageSpeaker } from './dispatch.ts';
import type { StoredReport, TabReports } from './tab-reports.ts';
import { rememberOutcome, type WaitingOutcome, type WaitingOutcomes } from './waiting-outcomes.ts';

export interface PageDeskNeeds {
  vault: Vault;
  reports: TabReports;
  waiting: WaitingOutcomes;
  asked: AskedQuestions;
  readSettings: () => Promise<Settings>;
  showBadge: (tabId: number, report: TabReport) => Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * What the content script is answered. Of a private tab nothing is ever written: its advice leaves no trace, and what
 * is accepted there is not remembered.
 */
export function makePageDesk({
  vault,
  reports,
  waiting,
  asked,
  readSettings,
  showBadge,
  now,
}: PageDeskNeeds): PageDesk {
  const note = (entry: JournalEntry, { isPrivate }: PageSpeaker) =>
    isPrivate ? undefined : vault.note(entry);
  const show = async (tabId: number, report: StoredReport) => {
    await reports.write(tabId, report);
    await showBadge(tabId, report);
  };

  const remember = async (outcome: WaitingOutcome, { isPrivate }: PageSpeaker): Promise<Remembering> => {
    const state = isPrivate ? null : await vault.state();
    if (state === 'locked') await waiting.add(outcome);
    if (state === 'open') await rememberOutcome(vault, outcome);
    return { remembered: state === 'open', waits: state === 'locked' };
  };

  return {
    async advice({ account, ...challenge }, tab) {
      const at = now();
      const isAdmitted = await asked.admit(tab.tabId, { account, question: challenge.question }, at);
      const [advice, { mode }] = await Promise.all([
        isAdmitted ? adviceOf(vault, challenge, account, at) : ({ kind: 'silent' } as const),
        readSettings(),
      ]);
      await show(tab.tabId, {
        ...challenge,
        account,
        advice,
        step: 'advised',
        code: null,
        remembered: false,
        waits: false,
        at,
      });
      const detail = advice.kind === 'candidates' ? `${advice.kind}:${advice.doubt}` : advice.kind;
      if (isOpen(advice))
        await note({ at, kind: 'advice', account, question: challenge.question, detail }, tab);
      return { advice, mode };
    },

    async outcome(outcome, tab) {
      const report = await reports.read(tab.tabId);
      // An outcome is believed only of the challenge that this tab asked advice for, and once; asked again because the
      // answer was lost, it is what it was.
      if (!report || report.step === 'accepted')
        return report ? { remembered: report.remembered, waits: report.waits } : NOT_REMEMBERED;
      const { kind } = outcome;
      if (kind !== 'accepted' && kind !== 'refused') {
        await show(tab.tabId, { ...report, step: kind });
        return NOT_REMEMBERED;
      }
      if (!report.propositions.includes(outcome.proposition)) return NOT_REMEMBERED;
      const { question, account } = report;
      const { proposition, code } = outcome;
      const remembering = await remember({ kind, account, question, proposition, at: now() }, tab);
      await show(tab.tabId, { ...report, ...remembering, step: kind, code });
      return remembering;
    },
  };
}

const NOT_REMEMBERED: Remembering = { remembered: false, waits: false };

async function adviceOf(
  vault: Vault,
  challenge: Challenge,
  account: string | null,
  now: number,
): Promise<Advice> {
  const state = await vault.state();
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
