import type { Subject } from '../challenge/remember.ts';
import { type HeldOutcome, OutcomeList } from './outcome-list.ts';
import type { SessionArea } from './tab-reports.ts';

/** A family meets one at a time; older ones than this many were not wanted. */
const MAX_OFFERS = 10;

/**
 * Accepted answers whose owner has not yet said whether to remember them: one for each question of an account. They
 * outlive the page and the popup, and end with the browser.
 */
export class OfferedAnswers {
  readonly #offers: OutcomeList;

  constructor(area: SessionArea) {
    this.#offers = new OutcomeList(area, 'offers');
  }

  list(): Promise<HeldOutcome[]> {
    return this.#offers.read();
  }

  async add(offer: HeldOutcome): Promise<void> {
    const others = (await this.list()).filter((one) => !isAbout(one, offer));
    await this.#offers.write([...others, offer].slice(-MAX_OFFERS));
  }

  /** Takes the offer about a question out, and returns it; null when there is none. */
  async take(subject: Subject): Promise<HeldOutcome | null> {
    const offers = await this.list();
    await this.#offers.write(offers.filter((one) => !isAbout(one, subject)));
    return offers.find((one) => isAbout(one, subject)) ?? null;
  }
}

function isAbout(offer: Subject, { account, question }: Subject): boolean {
  return offer.account === account && offer.question === question;
}
