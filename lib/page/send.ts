import { all, attribute, closest, contains, matches, outwards } from './dom.ts';
import { DIALOGS, dialogOf, type LocatedChallenge } from './locate.ts';
import { isDisabled, type Option } from './options.ts';
import { isSeen, isShown } from './visible.ts';

/** A button that does not say what it is sends in a form, and nothing without one: there it may be what closes a dialog. */
const SUBMITS = 'form button:not([type]), button[type="submit"], input[type="submit"]';
const BUTTONS = 'button, input[type="submit"], input[type="button"]';

/**
 * Sends the chosen option as its owner's own click would: by the one button that sends around the question, or by the
 * option itself where it is a button and nothing else sends. Returns false, and does nothing, where there is not exactly
 * one such button, where it cannot be pressed, or where the owner does not see what would be sent.
 */
export function send(located: LocatedChallenge, option: Option): boolean {
  if (!isSeen(option.shown)) return false;
  const button = sendButton(located);
  // Where something else sends, a button for an option may do no more than choose it.
  if (!option.choose) return button === undefined && press(option.label);
  return !!button && option.isChosen() && isSeen(button) && isSeen(option.shown) && press(button);
}

/**
 * The only button that sends in the question's form, or in the nearest part of its dialog around it that has any; null
 * where it is not clear which one does, undefined where there is none. One that does not say that it sends is none beside
 * others, as any of these may be what a script sends by; nor is one of a form without the options.
 */
function sendButton({ scope, options }: LocatedChallenge): HTMLElement | null | undefined {
  const labels = [...options.values()].map(({ label }) => label);
  const dialog = dialogOf(scope);
  for (const around of outwards(closest(scope, `form, ${DIALOGS}`) ?? scope)) {
    // A login form around the question is not the question's.
    if (all(around, 'input[type="password"]').length > 0) return null;
    const buttons = all<HTMLButtonElement>(around, BUTTONS).filter(
      (button) => isShown(button) && !labels.some((label) => contains(label, button)),
    );
    // A button, other than a form, has no names of the page's own.
    const isOwn = ({ form }: HTMLButtonElement) => !form || labels.every((label) => contains(form, label));
    const [button, ...more] = buttons.filter((one) => matches(one, SUBMITS) && isOwn(one));
    if (button) {
      const isClear = buttons.length === 1 || (more.length === 0 && attribute(button, 'type') !== null);
      return isClear ? button : null;
    }
    if (!dialog || around === dialog) break;
  }
  return undefined;
}

function press(control: HTMLElement): boolean {
  if (isDisabled(control)) return false;
  HTMLElement.prototype.click.call(control);
  return true;
}
