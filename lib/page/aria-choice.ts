import { attribute, documentOf } from './dom.ts';

const GROUPS = '[role="radiogroup"], [role="listbox"]';

/** What the option and its group looked like before the click; as text, since a page may make its nodes anew. */
let before = '';

/** Whether an ARIA radio button or option says that it is chosen. */
export function isAriaChosen(control: Element): boolean {
  return ['aria-checked', 'aria-selected'].some((state) => attribute(control, state) === 'true');
}

/**
 * Makes one step towards choosing an ARIA radio button or option: first a click; then, where that changed nothing and the
 * option itself takes the focus, Space, as the pattern gives it (APG, Radio Group and Listbox). Never Enter, which may
 * send, nor an arrow, which chooses another option on its way. One step only, because many frameworks show what came of
 * it later, and on other nodes. Returns false when no step is left.
 */
export function stepToAriaOption(control: HTMLElement, step: number): boolean {
  const group: Element = Element.prototype.closest.call(control, GROUPS) ?? control;
  const html: string = Reflect.get(Element.prototype, 'outerHTML', group);
  if (step === 0) {
    before = html;
    HTMLElement.prototype.click.call(control);
    return true;
  }
  const isDeaf = step === 1 && html === before && attribute(control, 'tabindex') !== null;
  if (isDeaf) pressSpace(control);
  return isDeaf;
}

/** Presses Space on `target`; the focus goes back to where it was. */
function pressSpace(target: HTMLElement): void {
  const { focus, blur } = HTMLElement.prototype;
  const focused = Reflect.get(Document.prototype, 'activeElement', documentOf(target)) as HTMLElement | null; // what takes the focus here
  focus.call(target, { preventScroll: true });
  for (const type of ['keydown', 'keyup']) {
    target.dispatchEvent(
      new KeyboardEvent(type, { key: ' ', code: 'Space', bubbles: true, cancelable: true, composed: true }),
    );
  }
  blur.call(target);
  if (focused) focus.call(focused, { preventScroll: true });
}
