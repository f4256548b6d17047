import type { Tab } from '../browsers/tab.ts';

/** Opens a section of the tab by its link, unless it is the one that is open, and waits for the focus to be there. */
export async function openSection(options: Tab, id: string): Promise<void> {
  const link = `nav a[href="#${id}"]`;
  if (await options.has(`${link}[aria-current]`)) return;
  await options.click(link);
  await options.waitFor(
    `the section ${id}`,
    (wanted) => location.hash === `#${wanted}` && document.activeElement?.matches('h2') === true,
    id,
  );
}
