import type { Tab } from '../browsers/tab.ts';

/** Every text of a page of ours that is not data: what is shown, and what is only said (names, placeholders). */
export function ownWords(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (textContent && !parentElement?.closest('.data, script, style')) texts.push(textContent);
    }
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.filter((text) => text.trim() !== '').join('\n');
  }, null);
}
