const STARTED = 'memo-qcm:script-started';

/**
 * Stands in for WXT's own class of this name in the built content script: of all that one offers, the page is given the
 * one thing that is used, a signal that is aborted once a later copy of the script starts in the same page, as after an
 * update.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const life = new AbortController();
    this.signal = life.signal;
    document.dispatchEvent(new Event(STARTED));
    document.addEventListener(STARTED, () => life.abort(), { signal: life.signal });
  }
}
