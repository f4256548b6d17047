import { confirm, refuse, silence, suppose } from '../challenge/remember.ts';
import type { Vault } from '../vault/vault.ts';
import { type HeldOutcome, OutcomeList } from './outcome-list.ts';
import type { SessionArea } from './tab-reports.ts';

/** What each outcome makes of a question's record. */
const LESSONS = { accepted: confirm, refused: refuse, 'moved-on': suppose, never: silence } as const;

/** Outcomes that came while the vault was locked, and wait for it to be unlocked. */
export class WaitingOutcomes {
  readonly #waiting: OutcomeList;

  constructor(area: SessionArea) {
    this.#waiting = new OutcomeList(area, 'waiting');
  }

  list(): Promise<HeldOutcome[]> {
    return this.#waiting.read();
  }

  async add(outcome: HeldOutcome): Promise<void> {
    await this.#waiting.write([...(await this.list()), outcome]);
  }

  /**
   * Writes them into the open vault, each in a change of its own, and returns how many; what cannot be written goes on
   * waiting.
   */
  async settle(vault: Vault): Promise<number> {
    const waiting = await this.list();
    const left: HeldOutcome[] = [];
    for (const outcome of waiting) await rememberOutcome(vault, outcome).catch(() => left.push(outcome));
    await this.#waiting.write(left);
    return waiting.length - left.length;
  }
}

/** Remembers one outcome, and notes it in the journal. Throws what `Vault.change` throws. */
export async function rememberOutcome(vault: Vault, outcome: HeldOutcome): Promise<void> {
  const { kind, account, question, proposition, at } = outcome;
  const subject = { account, question };
  await vault.change(async ({ lookUp }) => {
    const before = (await lookUp([account], question)).exact[0] ?? null;
    const record = LESSONS[kind](before, subject, proposition, at);
    return { put: [record], journal: { at, kind: 'outcome', account, question, detail: kind } };
  });
}
