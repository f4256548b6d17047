import { all, attribute, closest, documentOf, isThere } from './dom.ts';

const OPTIONS = '[role="radio"], [role="option"]';
const GROUPS = '[role="radiogroup"], [role="listbox"]';
/** What the events of a person's own hand are like. */
const BY_HAND = { bubbles: true, cancelable: true, composed: true, isPrimary: true, pointerType: 'mouse' };

/** What the page looked like before the last step; as text, since a page may make its nodes anew. */
let before = '';

/** Whether an ARIA radio button or option says that it is chosen. */
export function isAriaChosen(control: Element): boolean {
  return ['aria-checked', 'aria-selected'].some((state) => attribute(control, state) === 'true');
}

/**
 * Makes one step towards choosing an ARIA radio button or option: first a click; then, where that changed nothing at all
 * on the page, the keys that the pattern gives it (APG, Radio Group and Listbox): Space where the option itself takes the
 * focus, or else arrows until the list names it as its active one, and Space. Never Enter, which may send. Many frameworks
 * show what came of a step later, and on other nodes, so that is for the next one. Returns false when no step is left.
 */
export function stepToAriaOption(control: HTMLElement, step: number): boolean {
  const list = (closest(control, GROUPS) ?? control) as HTMLElement; // a role is HTML's
  // What a click chose may be shown by something around the options alone.
  const now = [list, closest(control, 'body')].map(htmlOf).join('');
  const isAsItWas = now === before;
  if (step === 0) {
    before = now;
    click(control);
    return true;
  }
  if (attribute(control, 'tabindex') !== null) {
    return step === 1 && isAsItWas && workByKeys(control, (press) => press(' '));
  }
  if (isAsItWas !== (step === 1) || step > all(list, OPTIONS).length + 1) return false;
  before = now;
  return workByKeys(list, (press) => walk(list, control, press));
}

/**
 * Walks through a list to an option, as long as the list follows at once, and chooses it there. What an arrow chooses on
 * the way is walked on from, in this step or the next, and never left. Returns false, and presses nothing, where the list
 * has no active option: there an arrow may do nothing but choose.
 */
function walk(list: HTMLElement, option: HTMLElement, press: (key: string) => true): boolean {
  const active = () => attribute(list, 'aria-activedescendant');
  if (active() === null) return false;
  const options = all(list, OPTIONS);
  const own = options.indexOf(option);
  const at = () => options.findIndex((one) => attribute(one, 'id') === active());
  const state = () => `${active()} ${options.findIndex(isAriaChosen)}`;
  for (const _ of options) {
    if (at() === own || isAriaChosen(option)) break;
    const stood = state();
    press(at() < own ? 'ArrowDown' : 'ArrowUp');
    if (state() === stood) break;
  }
  return isAriaChosen(option) || at() !== own || press(' ');
}

/** Clicks with all the events of a person's click, as some widgets hear the first of them alone; none on what is gone by then. */
function click(control: HTMLElement): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    const Kind = type.startsWith('p') ? PointerEvent : MouseEvent;
    if (isThere(control)) control.dispatchEvent(new Kind(type, BY_HAND));
  }
  if (isThere(control)) HTMLElement.prototype.click.call(control);
}

/** Has `work` press keys on `target`, and returns what it does; the focus goes back to where it was. */
function workByKeys(target: HTMLElement, work: (press: (key: string) => true) => boolean): boolean {
  const { focus, blur } = HTMLElement.prototype;
  const focused = Reflect.get(Document.prototype, 'activeElement', documentOf(target)) as HTMLElement | null; // what takes the focus here
  focus.call(target, { preventScroll: true });
  const isDone = work((key) => {
    for (const type of ['keydown', 'keyup']) {
      const code = key === ' ' ? 'Space' : key;
      target.dispatchEvent(new KeyboardEvent(type, { key, code, ...BY_HAND }));
    }
    return true;
  });
  blur.call(target);
  if (focused) focus.call(focused, { preventScroll: true });
  return isDone;
}

function htmlOf(element: Element | undefined): string {
  return element ? Reflect.get(Element.prototype, 'outerHTML', element) : '';
}
