import { browser } from 'wxt/browser';
import { LOCK_CHANGED } from './messages.ts';

/**
 * Calls back whenever the background says that the vault was locked or unlocked, until the function returned is called.
 * Nobody else is believed, neither another extension nor a content script.
 */
export function onLockChange(callback: () => void): () => void {
  const hear = (message: unknown, sender: { id?: string; tab?: unknown }) => {
    if (message === LOCK_CHANGED && sender.id === browser.runtime.id && !sender.tab) callback();
    // Nobody waits for an answer.
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
