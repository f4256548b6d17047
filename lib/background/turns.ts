/**
 * Has what concerns one tab done in the order in which it came: an outcome that follows hard upon its question must find
 * the question noted. In memory alone, as a worker that dies has nothing in hand.
 */
export class Turns {
  readonly #last = new Map<number, { settled: Promise<unknown>; more: AbortController }>();

  /**
   * Does `work` when all that came before for this tab is done, whatever came of it. The signal that it is given is
   * aborted once more has come, as may be before it begins.
   */
  take<Value>(tabId: number, work: (more: AbortSignal) => Promise<Value>): Promise<Value> {
    const before = this.#last.get(tabId);
    before?.more.abort();
    const more = new AbortController();
    const mine = (before?.settled ?? Promise.resolve()).then(() => work(more.signal));
    const last = { settled: mine.catch(() => {}), more };
    this.#last.set(tabId, last);
    void last.settled.then(() => {
      if (this.#last.get(tabId) === last) this.#last.delete(tabId);
    });
    return mine;
  }
}
