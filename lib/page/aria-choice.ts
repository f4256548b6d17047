import { all, attribute, closest, documentOf, isThere } from './dom.ts';

const OPTIONS = '[role="radio"], [role="option"]';
const GROUPS = '[role="radiogroup"], [role="listbox"]';
/** What the events of a person's own hand are like. */
const BY_HAND = { bubbles: true, cancelable: true, composed: true };
/** A list that follows each arrow late has no more options than this. */
const MAX_STEPS = 40;

/** What the page looked like before the last step, as text, since its nodes may be made anew; empty where no step is left. */
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
  const now = htmlOf(list) + htmlOf(closest(list, 'body') ?? list);
  const mayGoOn = before !== '' && (now === before) === (step === 1) && step < MAX_STEPS;
  before = mayGoOn || step === 0 ? now : '';
  if (step > 0) return mayGoOn && workByKeys(control, list);
  click(control);
  return true;
}

/** Clicks with all the events of a person's click, as some widgets hear one of them alone; what is gone by then gets no click. */
function click(control: HTMLElement): void {
  for (const way of ['down', 'up'])
    for (const what of ['pointer', 'mouse']) control.dispatchEvent(new PointerEvent(what + way, BY_HAND));
  if (isThere(control)) HTMLElement.prototype.click.call(control);
}

/**
 * Chooses an option by keys, on itself where it takes the focus, else on its list; the focus goes back to where it was. A
 * list is walked through as long as it follows at once. What an arrow chooses on the way is walked on from, in this step or
 * the next, and never left. Returns false, and presses nothing, where the list has no active option: there an arrow may do
 * nothing but choose.
 */
function workByKeys(option: HTMLElement, list: HTMLElement): boolean {
  const isOwn = attribute(option, 'tabindex') !== null;
  const target = isOwn ? option : list;
  const { focus, blur } = HTMLElement.prototype;
  const focused = Reflect.get(Document.prototype, 'activeElement', documentOf(target)) as HTMLElement | null; // what takes the focus here
  const press = (key: string, code = key) => {
    for (const type of ['keydown', 'keyup'])
      target.dispatchEvent(new KeyboardEvent(type, { key, code, ...BY_HAND }));
  };
  const options = all(list, OPTIONS);
  const own = options.indexOf(option);
  const active = () => attribute(target, 'aria-activedescendant');
  const at = () => (isOwn ? own : options.findIndex((one) => attribute(one, 'id') === active()));
  focus.call(target, { preventScroll: true });
  const isReady = isOwn || active() !== null;
  if (isReady) {
    for (const _ of options) {
      const from = at();
      if (from !== own) press(from < own ? 'ArrowDown' : 'ArrowUp');
      if (at() === from) break;
    }
    if (at() === own && !isAriaChosen(option)) {
      before = '';
      press(' ', 'Space');
    }
  }
  blur.call(target);
  if (focused) focus.call(focused, { preventScroll: true });
  return isReady;
}

function htmlOf(element: Element): string {
  return Reflect.get(Element.prototype, 'outerHTML', element);
}
