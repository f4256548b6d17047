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
  /** The last of the decisions, which are made one by one; it never rejects. */
  #settled: Promise<unknown> = Promise.resolve();

  constructor(area: SessionArea) {
    this.#offers = new OutcomeList(area, 'offers');
  }

  list(): Promise<HeldOutcome[]> {
    return this.#offers.read();
  }

  add(offer: HeldOutcome): Promise<void> {
    return this.#offers.change((offers) => [...others(offers, offer), offer].slice(-MAX_OFFERS));
  }

  clear(): Promise<void> {
    return this.#offers.change(() => []);
  }

  /**
   * Does what was decided about the offer of a question, and takes it out once that is done: where `work` fails, it stays
   * to be decided again. Returns what `work` does, null when there is no such offer.
   */
  settle<Value>(subject: Subject, work: (offer: HeldOutcome) => Promise<Value>): Promise<Value | null> {
    const settling = this.#settled.then(async () => {
      const offer = (await this.list()).find((one) => isAbout(one, subject));
      if (!offer) return null;
      const value = await work(offer);
      await this.#offers.change((offers) => others(offers, subject));
      return value;
    });
    this.#settled = settling.catch(() => {});
    return settling;
  }
}

function others(offers: readonly HeldOutcome[], subject: Subject): HeldOutcome[] {
  return offers.filter((one) => !isAbout(one, subject));
}

function isAbout(offer: Subject, { account, question }: Subject): boolean {
  return offer.account === account && offer.question === question;
}
