import { browser } from 'wxt/browser';

/**
 * The id of the tab that a popup is about: the one that it lies over. Where the popup is a tab itself, as on Firefox for
 * Android, the site's tab that was used last; null where there is none.
 */
export async function findTab(): Promise<number | null> {
  const [[active], own] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.tabs.getCurrent(),
  ]);
  if (!own) return active?.id ?? null;
  const onSite = await browser.tabs.query({ url: 'https://www.ecoledirecte.com/*' });
  const [last] = onSite.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id ?? null;
}
