import * as v from 'valibot';
import { confirm, refuse, type Subject, silence, suppose } from '../challenge/remember.ts';
import type { Vault } from '../vault/vault.ts';
import type { SessionArea } from './tab-reports.ts';

/** An outcome that came while the vault was locked; `never` is its owner's wish to remember no answer to the question. */
export interface WaitingOutcome extends Subject {
  kind: 'accepted' | 'refused' | 'moved-on' | 'never';
  proposition: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const KEY = 'waiting';

/** What each outcome makes of a question's record. */
const LESSONS = { accepted: confirm, refused: refuse, 'moved-on': suppose, never: silence } as const;

/** Outcomes that wait for the vault to be unlocked; in memory only, so they end with the browser at the latest. */
export class WaitingOutcomes {
  readonly #area: SessionArea;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  async list(): Promise<WaitingOutcome[]> {
    const stored = v.safeParse(outcomesSchema, (await this.#area.get(KEY))[KEY]);
    return stored.success ? stored.output : [];
  }

  async add(outcome: WaitingOutcome): Promise<void> {
    await this.#area.set({ [KEY]: [...(await this.list()), outcome] });
  }

  /** Writes all of them into the open vault, each in a change of its own, and returns how many. */
  async settle(vault: Vault): Promise<number> {
    const waiting = await this.list();
    for (const outcome of waiting) await rememberOutcome(vault, outcome);
    await this.#area.remove(KEY);
    return waiting.length;
  }
}

/** Remembers one outcome, and notes it in the journal. Throws what `Vault.change` throws. */
export async function rememberOutcome(vault: Vault, outcome: WaitingOutcome): Promise<void> {
  const { kind, account, question, proposition, at } = outcome;
  const subject = { account, question };
  await vault.change(async ({ lookUp }) => {
    const before = (await lookUp([account], question)).exact[0] ?? null;
    const record = LESSONS[kind](before, subject, proposition, at);
    return { put: [record], journal: { at, kind: 'outcome', account, question, detail: kind } };
  });
}

export const outcomesSchema: v.GenericSchema<unknown, WaitingOutcome[]> = v.array(
  v.object({
    kind: v.picklist(['accepted', 'refused', 'moved-on', 'never']),
    account: v.nullable(v.string()),
    question: v.string(),
    proposition: v.string(),
    at: v.number(),
  }),
);
