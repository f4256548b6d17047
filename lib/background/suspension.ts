import type { SessionArea } from './tab-reports.ts';

const KEY = 'automatic-suspended';

/**
 * Whether answers may not be sent without their owner: from a refusal until an answer that was given by hand is accepted.
 * It is for all accounts alike and outlives the browser, as one wrong answer more can block an account. The area is
 * `storage.local`; it holds a yes, and no word about whom.
 */
export class Suspension {
  readonly #area: SessionArea;
  /** What is stored, once it was read: only the background writes it. */
  #stored: boolean | undefined;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  async isOn(): Promise<boolean> {
    this.#stored ??= (await this.#area.get(KEY))[KEY] === true;
    return this.#stored;
  }

  async begin(): Promise<void> {
    this.#stored = true;
    await this.#area.set({ [KEY]: true });
  }

  async end(): Promise<void> {
    await this.#area.remove(KEY);
    this.#stored = false;
  }
}
