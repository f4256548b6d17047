import { isSilenced } from '../challenge/advise.ts';
import type { QuestionRecord } from '../challenge/answer.ts';
import { confirm, isKnown, refuse, silence, suppose } from '../challenge/remember.ts';
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

  add(outcome: HeldOutcome): Promise<void> {
    return this.#waiting.change((waiting) => [...waiting, outcome]);
  }

  clear(): Promise<void> {
    return this.#waiting.change(() => []);
  }

  /**
   * Writes them into the open vault, each in a change of its own, after which it waits no more, and returns how many; what
   * cannot be written goes on waiting, and so does what comes meanwhile.
   */
  async settle(vault: Vault): Promise<number> {
    let settled = 0;
    for (const outcome of await this.list()) {
      const done = JSON.stringify(outcome);
      await rememberOutcome(vault, outcome).then(
        () => {
          settled += 1;
          return this.#waiting.change((waiting) => waiting.filter((one) => JSON.stringify(one) !== done));
        },
        () => {},
      );
    }
    return settled;
  }
}

/**
 * Whether an outcome teaches what the question's owner wanted none of: all but what concerns the answers that are there.
 * `records` are the question's, of the account and of all accounts.
 */
export function isUnwanted(outcome: HeldOutcome, records: readonly QuestionRecord[]): boolean {
  const { kind, account, proposition, isDecided } = outcome;
  if (isDecided || !isSilenced(records, account)) return false;
  const bearing = kind === 'refused' ? records : records.filter((record) => record.account === account);
  return !isKnown(bearing, proposition);
}

/** Remembers one outcome unless it is unwanted, and notes it in the journal. Throws what `Vault.change` throws. */
export async function rememberOutcome(vault: Vault, outcome: HeldOutcome): Promise<void> {
  const { kind, account, question, proposition, at } = outcome;
  const subject = { account, question };
  await vault.change(async ({ lookUp }) => {
    const { exact } = await lookUp(account === null ? [null] : [account, null], question);
    if (isUnwanted(outcome, exact)) return {};
    const before = exact.find((record) => record.account === account) ?? null;
    const record = LESSONS[kind](before, subject, proposition, at);
    return { put: [record], journal: { at, kind: 'outcome', account, question, detail: kind } };
  });
}
