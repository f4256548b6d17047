import type { SessionArea } from './tab-reports.ts';

const KEY = 'automatic-suspended';

/**
 * Whether answers may not be sent without their owner: from a refusal until an answer that was given by hand is accepted.
 * It is for all accounts alike and outlives the browser, as one wrong answer more can block an account. The area is
 * `storage.local`; it holds a yes, and no word about whom.
 */
export class Suspension {
  readonly #area: SessionArea;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  async isOn(): Promise<boolean> {
    return (await this.#area.get(KEY))[KEY] === true;
  }

  async begin(): Promise<void> {
    await this.#area.set({ [KEY]: true });
  }

  async end(): Promise<void> {
    await this.#area.remove(KEY);
  }
}
