import * as v from 'valibot';
import type { Subject } from '../challenge/remember.ts';
import type { SessionArea } from './tab-reports.ts';

/**
 * An outcome that is not in the vault yet; `never` is its owner's wish to remember no answer to the question, `moved-on` a
 * page that went on while nobody heard what EcoleDirecte said.
 */
export interface HeldOutcome extends Subject {
  kind: 'accepted' | 'refused' | 'moved-on' | 'never';
  proposition: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Its owner said so themselves: also where they had wanted no answer to the question remembered. */
  isDecided?: boolean;
}

/** Outcomes under one key of an area (`storage.session`): in memory only, so they end with the browser at the latest. */
export class OutcomeList {
  readonly #area: SessionArea;
  readonly #key: string;
  /** The last of the changes, which are made one by one; it never rejects. */
  #changed: Promise<unknown> = Promise.resolve();

  constructor(area: SessionArea, key: string) {
    this.#area = area;
    this.#key = key;
  }

  async read(): Promise<HeldOutcome[]> {
    const stored = v.safeParse(schema, (await this.#area.get(this.#key))[this.#key]);
    return stored.success ? stored.output : [];
  }

  /** Puts what `work` makes of them in their place; of several at once none is lost. */
  change(work: (outcomes: HeldOutcome[]) => HeldOutcome[]): Promise<void> {
    const changing = this.#changed.then(async () => this.#area.set({ [this.#key]: work(await this.read()) }));
    this.#changed = changing.catch(() => {});
    return changing;
  }
}

const schema: v.GenericSchema<unknown, HeldOutcome[]> = v.array(
  v.object({
    kind: v.picklist(['accepted', 'refused', 'moved-on', 'never']),
    account: v.nullable(v.string()),
    question: v.string(),
    proposition: v.string(),
    at: v.number(),
    isDecided: v.exactOptional(v.boolean()),
  }),
);
