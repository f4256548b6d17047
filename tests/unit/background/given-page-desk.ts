import { beforeEach } from 'vitest';
import { AskedQuestions } from '../../../lib/background/asked-questions.ts';
import type { PageSpeaker } from '../../../lib/background/dispatch.ts';
import { OfferedAnswers } from '../../../lib/background/offered-answers.ts';
import { makePageDesk } from '../../../lib/background/page-desk.ts';
import { Suspension } from '../../../lib/background/suspension.ts';
import { TabReports } from '../../../lib/background/tab-reports.ts';
import { WaitingOutcomes } from '../../../lib/background/waiting-outcomes.ts';
import type { QuestionRecord } from '../../../lib/challenge/answer.ts';
import type { Remember } from '../../../lib/settings.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine } from '../vault/platform.ts';
import { memoryArea } from './memory-area.ts';

export const CITY = 'Quelle est votre ville de résidence ?';
export const asked = {
  question: CITY,
  propositions: ['LYON', 'PARIS', 'NICE'],
  account: 'marie',
  source: 'probe' as const,
};
export const tab: PageSpeaker = { kind: 'page', tabId: 7, isPrivate: false };
/** What the page says where the first answer was accepted. */
export const accepted = {
  kind: 'accepted',
  question: CITY,
  proposition: 'PARIS',
  code: 200,
  byHand: true,
} as const;
export const NOTHING = { remembered: false, waits: false, asks: false };

/** The machine and the vault of the test that runs, and how often that vault was asked. */
export let machine: ReturnType<typeof makeMachine>;
export let vault: Vault;
export let lookUps: number;

/** A desk over the vault. */
export function makeDesk(
  remember: Remember = 'always',
  showBadge: () => Promise<void> = async () => {},
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void> = async () => {},
) {
  const session = memoryArea();
  const asking = new AskedQuestions(session);
  const waiting = new WaitingOutcomes(session);
  const offers = new OfferedAnswers(session);
  const local = memoryArea();
  const suspension = new Suspension(local);
  const counted = {
    ...vault,
    lookUp: (...args: Parameters<Vault['lookUp']>) => {
      lookUps += 1;
      return vault.lookUp(...args);
    },
  };
  const told: number[] = [];
  const reports = new TabReports(session);
  const desk = makePageDesk({
    vault: counted,
    reports,
    waiting,
    offers,
    suspension,
    asked: asking,
    readSettings: async () => ({
      mode: 'select',
      remember,
      theme: 'auto',
      language: 'browser',
      lockAfter: 15,
    }),
    showBadge,
    tellTab: async (tabId) => void told.push(tabId),
    pause,
    now: () => machine.time,
  });
  return { ...desk, told, reports, asking, waiting, offers, suspension, session, local };
}

/** Waits until all that the tab asked is noted, as what it asks next does. */
export const allNoted = (desk: ReturnType<typeof makeDesk>) => desk.outcome({ kind: 'marked' }, tab);

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  lookUps = 0;
  await vault.create();
});

export const put = (...records: QuestionRecord[]) => vault.change(async () => ({ put: records }));
export const kindOf = async (reply: Promise<{ advice: { kind: string } }>) => (await reply).advice.kind;
