/**
 * Has what concerns one tab done in the order in which it came: an outcome that follows hard upon its question must find
 * the question noted. In memory alone, as a worker that dies has nothing in hand.
 */
export class Turns {
  readonly #last = new Map<number, Promise<unknown>>();

  /** Does `work` when all that came before for this tab is done, whatever came of it. */
  take<Value>(tabId: number, work: () => Promise<Value>): Promise<Value> {
    const mine = (this.#last.get(tabId) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => {});
    this.#last.set(tabId, settled);
    void settled.then(() => {
      if (this.#last.get(tabId) === settled) this.#last.delete(tabId);
    });
    return mine;
  }
}
