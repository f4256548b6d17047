import type { Tab } from '../browsers/tab.ts';

/**
 * Opens a section of the tab by its link and waits for the focus to be there, unless it is the one that is open, or that
 * the page is on its way to by itself: a link to where the page goes already would only take the focus off the heading.
 */
export async function openSection(options: Tab, id: string): Promise<void> {
  const link = `nav a[href="#${id}"]`;
  const place = await options.evaluate(
    () =>
      location.hash.slice(1).split('?')[0] ||
      document.querySelector('nav a[aria-current]')?.getAttribute('href')?.slice(1),
    null,
  );
  if (place === id) {
    await options.waitFor(
      `the section ${id}`,
      (current) => document.querySelector(current) !== null,
      `${link}[aria-current]`,
    );
    return;
  }
  await options.click(link);
  await options.waitFor(
    `the section ${id}`,
    (wanted) => location.hash === `#${wanted}` && document.activeElement?.matches('h2') === true,
    id,
  );
}
