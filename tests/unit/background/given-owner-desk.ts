import { AskedQuestions } from '../../../lib/background/asked-questions.ts';
import type { OwnerDesk } from '../../../lib/background/dispatch.ts';
import { Drafts } from '../../../lib/background/drafts.ts';
import { OfferedAnswers } from '../../../lib/background/offered-answers.ts';
import { makeOwnerDesk } from '../../../lib/background/owner-desk.ts';
import { Suspension } from '../../../lib/background/suspension.ts';
import { TabReports } from '../../../lib/background/tab-reports.ts';
import { WaitingOutcomes } from '../../../lib/background/waiting-outcomes.ts';
import type { makeMachine } from '../vault/platform.ts';
import { memoryArea } from './memory-area.ts';

/** The desk of an owner over a vault of the machine, as a worker that just started makes it; `told` are the lock's changes. */
export function startOwner(machine: ReturnType<typeof makeMachine>) {
  const vault = machine.open();
  const session = memoryArea();
  const told: boolean[] = [];
  const waiting = new WaitingOutcomes(session);
  const offers = new OfferedAnswers(session);
  const desk = makeOwnerDesk({
    vault,
    reports: new TabReports(session),
    asked: new AskedQuestions(session),
    waiting,
    offers,
    suspension: new Suspension(memoryArea()),
    drafts: new Drafts(session, vault),
    readSettings: async () => ({
      mode: 'select',
      remember: 'ask',
      theme: 'auto',
      language: 'browser',
      lockAfter: 15,
    }),
    onLockChange: async (isOpen) => void told.push(isOpen),
    tellTab: async () => {},
    showBadge: async () => {},
    isOnSite: async () => true,
    scheduleForgetUndo: () => {},
    version: '0',
    now: () => machine.time,
  });
  const ask = <Name extends keyof OwnerDesk>(name: Name, request: Parameters<OwnerDesk[Name]>[0]) =>
    desk[name](request as never, { kind: 'owner' }) as ReturnType<OwnerDesk[Name]>; // the request is of that name
  return { vault, waiting, offers, ask, told };
}
