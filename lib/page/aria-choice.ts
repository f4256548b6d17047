import { all, attribute, documentOf } from './dom.ts';

const OPTIONS = '[role="radio"], [role="option"]';
const GROUPS = '[role="radiogroup"], [role="listbox"]';

/** What the option and its group looked like before the click; as text, since a page may make its nodes anew. */
let before = '';

/** Whether an ARIA radio button or option says that it is chosen. */
export function isAriaChosen(control: Element): boolean {
  return ['aria-checked', 'aria-selected'].some((state) => attribute(control, state) === 'true');
}

/**
 * Makes one step towards choosing an ARIA radio button or option: first a click; then, where that changed nothing, the keys
 * that the pattern gives it (APG, Radio Group and Listbox): Space where the option itself takes the focus, or else arrows
 * until the list names it as its active one, and Space. Never Enter, which may send, nor an arrow that chooses another
 * option on its way. One step only, because many frameworks show what came of it later, and on other nodes. Returns false
 * when no step is left.
 */
export function stepToAriaOption(control: HTMLElement, step: number): boolean {
  const closest: HTMLElement['closest'] = Element.prototype.closest;
  const group = closest.call<HTMLElement, [string], HTMLElement | null>(control, GROUPS) ?? control;
  const html: string = Reflect.get(Element.prototype, 'outerHTML', group);
  if (step === 0) {
    before = html;
    HTMLElement.prototype.click.call(control);
    return true;
  }
  if (step > 1 || html !== before) return false;
  if (attribute(control, 'tabindex') !== null) return press(control, ' ');
  return activate(group, control) && press(group, ' ');
}

/**
 * Makes an option the active one of its list, in one go: one that follows later than at once, or chooses what is active,
 * is left alone after the first arrow. Returns whether it is the active one.
 */
function activate(list: HTMLElement, option: HTMLElement): boolean {
  const active = () => attribute(list, 'aria-activedescendant');
  const own = attribute(option, 'id') ?? '';
  const options = all(list, OPTIONS);
  const chosen = options.find(isAriaChosen);
  for (let left = options.length; left > 0 && active() !== own; left -= 1) {
    const stood = active();
    press(list, 'ArrowDown');
    if (active() === stood || options.find(isAriaChosen) !== chosen) return false;
  }
  return active() === own;
}

/** Presses a key on `target`; the focus goes back to where it was. */
function press(target: HTMLElement, key: ' ' | 'ArrowDown'): true {
  const { focus, blur } = HTMLElement.prototype;
  const focused = Reflect.get(Document.prototype, 'activeElement', documentOf(target)) as HTMLElement | null; // what takes the focus here
  focus.call(target, { preventScroll: true });
  for (const type of ['keydown', 'keyup']) {
    const code = key === ' ' ? 'Space' : key;
    target.dispatchEvent(
      new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true }),
    );
  }
  blur.call(target);
  if (focused) focus.call(focused, { preventScroll: true });
  return true;
}
