import * as v from 'valibot';
import type { Subject } from '../challenge/remember.ts';
import type { SessionArea } from './tab-reports.ts';
import { outcomesSchema, type WaitingOutcome } from './waiting-outcomes.ts';

const KEY = 'offers';
/** A family meets one at a time; older ones than this many were not wanted. */
const MAX_OFFERS = 10;

/**
 * Accepted answers whose owner has not yet said whether to remember them: one for each question of an account. In memory
 * only, so they outlive the page and the popup, and end with the browser.
 */
export class OfferedAnswers {
  readonly #area: SessionArea;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  async list(): Promise<WaitingOutcome[]> {
    const stored = v.safeParse(outcomesSchema, (await this.#area.get(KEY))[KEY]);
    return stored.success ? stored.output : [];
  }

  async add(offer: WaitingOutcome): Promise<void> {
    const others = (await this.list()).filter((one) => !isAbout(one, offer));
    await this.#area.set({ [KEY]: [...others, offer].slice(-MAX_OFFERS) });
  }

  /** Takes the offer about a question out, and returns it; null when there is none. */
  async take(subject: Subject): Promise<WaitingOutcome | null> {
    const offers = await this.list();
    await this.#area.set({ [KEY]: offers.filter((one) => !isAbout(one, subject)) });
    return offers.find((one) => isAbout(one, subject)) ?? null;
  }
}

function isAbout(offer: Subject, { account, question }: Subject): boolean {
  return offer.account === account && offer.question === question;
}
