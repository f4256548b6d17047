/** What is read of a message's sender, as the browser itself gives it (`runtime.MessageSender`). */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** Who speaks: a page of the extension's own, or the content script in one tab of the site. */
export type Speaker = { kind: 'owner' } | { kind: 'page'; tabId: number; isPrivate: boolean };

/** Where the content script runs, and nowhere else. */
const SITE_ORIGIN = 'https://www.ecoledirecte.com';

/**
 * Who sent a message, from what the browser says of the sender alone, before the message is looked at; null for
 * anyone else. `self` is this extension: its id, and the origin of its own pages.
 */
export function identifySender(sender: Sender, self: { id: string; origin: string }): Speaker | null {
  if (sender.id !== self.id || !sender.url) return null;
  const origin = originOf(sender.url);
  if (sender.origin !== undefined && sender.origin !== origin) return null;
  if (origin === self.origin) return { kind: 'owner' };
  const tabId = sender.tab?.id;
  if (origin !== SITE_ORIGIN || sender.frameId !== 0 || tabId === undefined || tabId < 0) return null;
  return { kind: 'page', tabId, isPrivate: sender.tab?.incognito === true };
}

/** Whether an address is one of the site's; undefined is one that the browser does not tell. */
export function isOfSite(url: string | undefined): boolean {
  return url?.startsWith(`${SITE_ORIGIN}/`) === true;
}

/** Built by hand, as `URL.origin` is "null" for the extension schemes in some browsers. */
function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}` : null;
}
