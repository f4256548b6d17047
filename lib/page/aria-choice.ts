import { all, attribute, parentOf } from './dom.ts';

const OPTIONS = '[role="radio"], [role="option"]';
const GROUPS = '[role="radiogroup"], [role="listbox"]';

/** Whether an ARIA radio button or option says that it is chosen. */
export function isAriaChosen(control: Element): boolean {
  return ['aria-checked', 'aria-selected'].some((state) => attribute(control, state) === 'true');
}

/**
 * Chooses an ARIA radio button or option: by a click, else by the keys that the pattern gives it (APG, Radio Group and
 * Listbox): Space where it is, or the arrow keys from where the group stands. Never Enter, which may send. Each step is
 * looked at, and the focus goes back to where it was.
 */
export function chooseAriaOption(control: HTMLElement): void {
  control.click();
  if (isAriaChosen(control)) return;
  const before = control.ownerDocument.activeElement;
  const group = groupOf(control);
  control.focus({ preventScroll: true });
  press(control, ' ', 'Space');
  if (!isAriaChosen(control) && group) walk(control, group);
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  else control.blur();
}

/** Once around the group at most: what is chosen follows the arrows there, or Space where the active option is named. */
function walk(control: HTMLElement, group: HTMLElement): void {
  const options = all<HTMLElement>(group, OPTIONS);
  const chosen = options.find(isAriaChosen);
  for (let steps = 0; steps < options.length && !isAriaChosen(control); steps += 1) {
    const id = attribute(group, 'aria-activedescendant');
    const active = id === null ? (options.find(isAriaChosen) ?? options[0]) : group;
    if (!active) return;
    active.focus({ preventScroll: true });
    press(active, 'ArrowDown', 'ArrowDown');
    if (attribute(group, 'aria-activedescendant') === control.id && control.id !== '')
      press(group, ' ', 'Space');
  }
  // A widget that works otherwise: what its owner had chosen before is not to be lost.
  if (!isAriaChosen(control)) chosen?.click();
}

function groupOf(control: Element): HTMLElement | null {
  for (let around = parentOf(control); around; around = parentOf(around)) {
    if (Element.prototype.matches.call(around, GROUPS)) return around as HTMLElement; // a role is given to HTML alone here
  }
  return null;
}

function press(target: HTMLElement, key: string, code: string): void {
  for (const type of ['keydown', 'keyup']) {
    target.dispatchEvent(
      new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true }),
    );
  }
}
