import { browser } from 'wxt/browser';

/** Whether the browser lets the extension onto the site: its owner can take that back at any time, and give it again. */
export interface SiteAccess {
  has(): Promise<boolean>;
  /** Asks the owner, who has to have pressed something just before; returns whether it was given. */
  request(): Promise<boolean>;
  /** Calls `listener` at each change, until the function returned is called. */
  onChange(listener: () => void): () => void;
}

/** The one site that the extension works on, as the manifest names it. */
const SITE = { origins: ['https://www.ecoledirecte.com/*'] };

export const siteAccess: SiteAccess = {
  has: () => browser.permissions.contains(SITE),
  // Firefox forgets that something was pressed as soon as anything is awaited.
  request: () => browser.permissions.request(SITE),
  onChange(listener) {
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
    for (const event of events) event.addListener(listener);
    return () => {
      for (const event of events) event.removeListener(listener);
    };
  },
};
