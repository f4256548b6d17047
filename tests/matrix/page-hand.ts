import type { Tab } from '../browsers/tab.ts';
import type { Markup } from '../site/world.ts';

/** In the page of the stand-in, where the functions handed to `evaluate` run. */
declare const standIn: { chosen(): string | null; marked(): string[]; strays: number };

/** Which proposition the page has as chosen. */
export function chosenOn(tab: Tab): Promise<string | null> {
  return tab.evaluate(() => standIn.chosen(), null);
}

/** What is marked there, as `text: mark`. */
export function markedOn(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => standIn.marked(), null);
}

/** How often anything with the same texts was touched that is not the question. */
export function straysOn(tab: Tab): Promise<number> {
  return tab.evaluate(() => standIn.strays, null);
}

/** Chooses an option by hand: with the mouse, or with the keys where the widget wants them. */
export async function chooseByHand(tab: Tab, markup: Markup, text: string): Promise<void> {
  if (!BY_KEYS.includes(markup)) return press(tab, text);
  await tab.page.bringToFront();
  for (let steps = 0; steps < 12 && (await chosenOn(tab)) !== text; steps += 1) {
    await tab.evaluate(
      () =>
        document
          .querySelector<HTMLElement>(
            '.modal select, .modal [role="listbox"], .modal [role="radio"][tabindex="0"]',
          )
          ?.focus(),
      null,
    );
    await tab.press('ArrowDown');
    if (markup === 'ariaOption') await tab.press(' ');
  }
}

const BY_KEYS: readonly Markup[] = ['select', 'ariaOption', 'ariaKeys'];

/** Presses what says `text`, a label or a button, with the mouse, be it in a shadow root or a frame. */
export async function press(tab: Tab, text: string): Promise<void> {
  await tab.page.bringToFront();
  const point = await tab.waitFor(`${text} to press`, pointOf, text);
  if (point) await tab.page.mouse.click(point.x, point.y);
}

/** In the page, so it stands alone: the middle of the first line of what says `text` and belongs to the question, or null. */
function pointOf(text: string): { x: number; y: number } | null {
  const search = (root: Document | ShadowRoot): HTMLElement | null => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument; // undefined elsewhere
      const found = inner && search(inner);
      if (found) return found;
      if (!element.matches('label, button, [role="radio"], [role="option"]')) continue;
      if (element.closest('#survey, #filter, #cookies') || (element as HTMLButtonElement).disabled) continue; // undefined elsewhere
      if (element.textContent?.replace(/\s/g, '') === text.replace(/\s/g, '')) return element;
    }
    return null;
  };
  const element = search(document);
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const point = { x: x + Math.min(width / 2, 20), y: y + height / 2 };
  let frame = element.ownerDocument.defaultView?.frameElement;
  while (frame) {
    const edge = frame.getBoundingClientRect();
    point.x += edge.x;
    point.y += edge.y;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return point;
}
