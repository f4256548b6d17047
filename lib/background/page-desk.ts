import type { Advice } from '../challenge/advice.ts';
import { advise, type Known } from '../challenge/advise.ts';
import type { Challenge } from '../challenge/challenge.ts';
import { fold } from '../challenge/fold.ts';
import { confirm, refuse } from '../challenge/remember.ts';
import type { JournalEntry, TabReport } from '../messages.ts';
import type { Settings } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { PageDesk, PageSpeaker } from './dispatch.ts';
import type { StoredReport, TabReports } from './tab-reports.ts';

export interface PageDeskNeeds {
  vault: Vault;
  reports: TabReports;
  readSettings: () => Promise<Settings>;
  showBadge: (tabId: number, report: TabReport) => Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * What the content script is answered. Of a private tab nothing is ever written: its advice leaves no trace, and what
 * is accepted there is not remembered.
 */
export function makePageDesk({ vault, reports, readSettings, showBadge, now }: PageDeskNeeds): PageDesk {
  const note = (entry: JournalEntry, { isPrivate }: PageSpeaker) =>
    isPrivate ? undefined : vault.note(entry);
  const show = async (tabId: number, report: StoredReport) => {
    await reports.write(tabId, report);
    await showBadge(tabId, report);
  };

  return {
    async advice({ account, ...challenge }, tab) {
      const [advice, { mode }] = await Promise.all([
        adviceOf(vault, challenge, account, now()),
        readSettings(),
      ]);
      const at = now();
      await show(tab.tabId, {
        ...challenge,
        account,
        advice,
        step: 'advised',
        code: null,
        remembered: false,
        at,
      });
      const detail = advice.kind === 'candidates' ? `${advice.kind}:${advice.doubt}` : advice.kind;
      if (isOpen(advice))
        await note({ at, kind: 'advice', account, question: challenge.question, detail }, tab);
      return { advice, mode };
    },

    async outcome(outcome, tab) {
      const report = await reports.read(tab.tabId);
      // An outcome is believed only of the challenge that this tab asked advice for, and once.
      if (!report || report.step === 'accepted') return { remembered: false };
      const { kind } = outcome;
      if (kind !== 'accepted' && kind !== 'refused') {
        await show(tab.tabId, { ...report, step: kind });
        return { remembered: false };
      }
      if (!report.propositions.includes(outcome.proposition)) return { remembered: false };
      const { question, account } = report;
      const learn = kind === 'accepted' ? confirm : refuse;
      const remembered = !tab.isPrivate && (await vault.state()) === 'open';
      if (remembered) {
        await vault.change(async ({ lookUp }) => {
          const { exact } = await lookUp([account], question);
          const record = learn(exact[0] ?? null, { account, question }, outcome.proposition, now());
          return {
            put: [record],
            journal: {
              at: now(),
              kind: 'outcome',
              account,
              question,
              detail: kind,
            },
          };
        });
      }
      await show(tab.tabId, {
        ...report,
        step: kind,
        code: outcome.code,
        remembered,
      });
      return { remembered };
    },
  };
}

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
  return advice.kind !== 'locked' && advice.kind !== 'not-set-up' && advice.kind !== 'unavailable';
}
