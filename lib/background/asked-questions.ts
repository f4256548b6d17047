import * as v from 'valibot';
import type { Subject } from '../challenge/remember.ts';
import type { SessionArea } from './tab-reports.ts';

/** A login asks one question, seldom three; a page that asks for more than this at a time is fishing. */
const MAX_QUESTIONS = 5;
/** The time that they are counted over, in milliseconds. */
const WINDOW = 10 * 60_000;

/** Which questions each tab has asked lately: marking an option shows it to the page too, so a tab may not ask them all. */
export class AskedQuestions {
  readonly #area: SessionArea;
  readonly #locks: LockManager;

  constructor(area: SessionArea, locks: LockManager) {
    this.#area = area;
    this.#locks = locks;
  }

  /**
   * Whether a tab may ask about this question now, and counts it if so. One that was counted already may be asked
   * again; after five different ones (an account makes a difference too) there is silence, until the owner allows more
   * or ten minutes have passed. `now` is in milliseconds since the epoch.
   */
  admit(tabId: number, { account, question }: Subject, now: number): Promise<boolean> {
    const subject = JSON.stringify([account, question]);
    // Questions that come together must not all see the count before the others.
    return this.#locks.request(keyOf(tabId), async () => {
      const asked = (await this.#read(tabId)).filter(({ at }) => at <= now && now - at < WINDOW);
      if (asked.some((one) => one.subject === subject)) return true;
      if (asked.length >= MAX_QUESTIONS) return false;
      await this.#area.set({ [keyOf(tabId)]: [...asked, { subject, at: now }] });
      return true;
    });
  }

  /** The owner has looked, and the tab may ask again. */
  async allow(tabId: number): Promise<void> {
    await this.#area.remove(keyOf(tabId));
  }

  async #read(tabId: number) {
    const stored = v.safeParse(schema, (await this.#area.get(keyOf(tabId)))[keyOf(tabId)]);
    return stored.success ? stored.output : [];
  }
}

const keyOf = (tabId: number) => `asked:${tabId}`;
const schema = v.array(v.object({ subject: v.string(), at: v.number() }));
