import { all, attribute, documentOf, parentOf } from './dom.ts';

const OPTIONS = '[role="radio"], [role="option"]';
const GROUPS = '[role="radiogroup"], [role="listbox"]';

/** Whether an ARIA radio button or option says that it is chosen. */
export function isAriaChosen(control: Element): boolean {
  return ['aria-checked', 'aria-selected'].some((state) => attribute(control, state) === 'true');
}

/**
 * Makes one step towards choosing an ARIA radio button or option: first a click, then one key at a time as the pattern
 * gives it (APG, Radio Group and Listbox): Space where the option itself takes the focus, or else the arrow from where the
 * group stands, and Space once the group names the option as its active one. Never Enter, which may send. One step only,
 * because many frameworks show what came of it later, and on other nodes. Returns false when no step is left.
 */
export function stepToAriaOption(control: HTMLElement, step: number): boolean {
  if (step === 0) {
    HTMLElement.prototype.click.call(control);
    return true;
  }
  const takesFocus = attribute(control, 'tabindex') !== null;
  if (takesFocus && step === 1) return press(control, ' ');
  const group = groupOf(control);
  const options = group ? all<HTMLElement>(group, OPTIONS) : [];
  if (!group || step > options.length + 2) return false;
  if (takesFocus) {
    const stop = options.find(isAriaChosen) ?? options.find((one) => attribute(one, 'tabindex') === '0');
    return press(stop ?? control, 'ArrowDown');
  }
  const own = attribute(control, 'id');
  const active = () => attribute(group, 'aria-activedescendant');
  if (own !== null && active() === own) return press(group, ' ');
  // To be active is not to be chosen, so where the group follows at once there is nothing to wait for.
  for (let left = options.length; left > 0 && active() !== own; left -= 1) {
    const before = active();
    press(group, 'ArrowDown');
    if (active() === before) break;
  }
  return true;
}

/** Presses a key on `target`; the focus goes back to where it was. */
function press(target: HTMLElement, key: string): true {
  const { focus, blur } = HTMLElement.prototype;
  const before = Reflect.get(Document.prototype, 'activeElement', documentOf(target)) as HTMLElement | null; // what takes the focus here
  focus.call(target, { preventScroll: true });
  for (const type of ['keydown', 'keyup']) {
    const code = key === ' ' ? 'Space' : key;
    target.dispatchEvent(
      new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true }),
    );
  }
  blur.call(target);
  if (before) focus.call(before, { preventScroll: true });
  return true;
}

function groupOf(control: Element): HTMLElement | null {
  for (let around = parentOf(control); around; around = parentOf(around)) {
    if (Element.prototype.matches.call(around, GROUPS)) return around as HTMLElement; // a role is given to HTML alone here
  }
  return null;
}
