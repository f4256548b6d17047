import type { Tab } from '../browsers/tab.ts';

/** Loads the page anew, and returns once the new one is there: what is seen then is not the old one's. */
export async function reload(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    document.documentElement.setAttribute('data-old', '');
    location.reload();
  }, null);
  await tab.waitFor(
    'the new page',
    () => document.readyState === 'complete' && !document.documentElement.hasAttribute('data-old'),
    null,
  );
}
