import * as v from 'valibot';
import type { Subject } from '../challenge/remember.ts';
import type { SessionArea } from './tab-reports.ts';

/** A login asks one question, seldom three; a page that asks for more than this at a time is fishing. */
const MAX_QUESTIONS = 5;
/** The time that they are counted over, in milliseconds. */
const WINDOW = 10 * 60_000;

/**
 * Which questions each tab has asked lately: marking an option shows it to the page too, so a tab may not ask them all.
 * Only the background counts, so it counts in memory and reads no tab twice; the area outlives it.
 */
export class AskedQuestions {
  readonly #area: SessionArea;
  readonly #counts = new Map<number, readonly Asked[]>();

  constructor(area: SessionArea) {
    this.#area = area;
  }

  /**
   * Whether a tab may ask about this question now, and counts it if so. One that was counted already may be asked again;
   * after five different ones (an account makes a difference too) there is silence, until the owner allows more or ten
   * minutes have passed. `now` is in milliseconds since the epoch.
   */
  async admit(tabId: number, { account, question }: Subject, now: number): Promise<boolean> {
    const subject = JSON.stringify([account, question]);
    const stored = this.#counts.has(tabId) ? [] : await this.#read(tabId);
    // From here on nothing waits: questions that come together must not all see the count before the others.
    const counted = this.#counts.get(tabId) ?? stored;
    const asked = counted.filter(({ at }) => at <= now && now - at < WINDOW);
    const isCounted = asked.some((one) => one.subject === subject);
    const isAdmitted = isCounted || asked.length < MAX_QUESTIONS;
    this.#counts.set(tabId, isAdmitted && !isCounted ? [...asked, { subject, at: now }] : asked);
    return isAdmitted;
  }

  /** Writes down what was counted of a tab, for when the background is stopped. */
  async keep(tabId: number): Promise<void> {
    await this.#area.set({ [keyOf(tabId)]: this.#counts.get(tabId) ?? [] });
  }

  /** The owner has looked, and the tab may ask again. */
  async allow(tabId: number): Promise<void> {
    this.#counts.set(tabId, []);
    await this.#area.remove(keyOf(tabId));
  }

  async #read(tabId: number): Promise<readonly Asked[]> {
    const stored = v.safeParse(schema, (await this.#area.get(keyOf(tabId)))[keyOf(tabId)]);
    return stored.success ? stored.output : [];
  }
}

const keyOf = (tabId: number) => `asked:${tabId}`;
const schema = v.array(v.object({ subject: v.string(), at: v.number() }));

type Asked = v.InferOutput<typeof schema>[number];
