import type { Status } from '../messages.ts';
import type { Vault } from '../vault/vault.ts';
import type { OfferedAnswers } from './offered-answers.ts';
import type { StoredReport, TabReports } from './tab-reports.ts';
import type { WaitingOutcomes } from './waiting-outcomes.ts';

export interface StatusNeeds {
  vault: Vault;
  reports: TabReports;
  waiting: WaitingOutcomes;
  offers: OfferedAnswers;
  /** Whether a tab is on the site now. */
  isOnSite: (tabId: number) => Promise<boolean>;
}

/** What happened with the last question of a tab, while it is on the site: elsewhere it is no question of the page. */
export async function reportOf(
  { reports, isOnSite }: Pick<StatusNeeds, 'reports' | 'isOnSite'>,
  tabId: number,
): Promise<StoredReport | null> {
  return (await isOnSite(tabId)) ? reports.read(tabId) : null;
}

/** How the vault stands, and what happened in one tab. No record is read for it: it is asked for often. */
export async function readStatus(needs: StatusNeeds, tabId: number | null): Promise<Status> {
  const { vault, waiting, offers } = needs;
  const state = await vault.state();
  const hasVault = state === 'open' || state === 'locked';
  const [method, waits, offered, tab] = await Promise.all([
    hasVault ? vault.method() : null,
    waiting.list(),
    offers.list(),
    tabId === null ? null : reportOf(needs, tabId),
  ]);
  return {
    vault: typeof state === 'string' ? state : 'unavailable',
    method,
    place: vault.place(),
    waiting: waits.length,
    offers: offered.map(({ account, question }) => ({ account, question })),
    problem: typeof state === 'string' ? null : state.problem,
    tab,
  };
}
