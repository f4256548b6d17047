import { all, contains, parentOf } from './dom.ts';
import type { LocatedChallenge } from './locate.ts';
import type { Option } from './options.ts';
import { isSeen, isShown } from './visible.ts';

const SUBMITS = 'button:not([type]), button[type="submit"], input[type="submit"]';

/**
 * Sends the chosen option as its owner's own click would: by the one button that sends around the question, or by the
 * option itself where a click on it sends. Returns false, and does nothing, where there is not exactly one such button,
 * where it cannot be pressed, or where the owner does not see what would be sent.
 */
export function send(located: LocatedChallenge, option: Option): boolean {
  if (!isSeen(option.shown)) return false;
  if (!option.choose) return press(option.label);
  const button = option.isChosen() ? sendButton(located) : null;
  return button !== null && isSeen(button) && isSeen(option.shown) && press(button);
}

/** The only button that sends in the nearest part of the page around the question that has any. */
function sendButton({ scope, options }: LocatedChallenge): HTMLElement | null {
  const labels = [...options.values()].map(({ label }) => label);
  for (let around: Element | null = scope; around; around = parentOf(around)) {
    // A login form around the question is not the question's.
    if (all(around, 'input[type="password"]').length > 0) return null;
    const buttons = all<HTMLElement>(around, SUBMITS).filter(
      (button) => isShown(button) && !labels.some((label) => contains(label, button)),
    );
    if (buttons.length > 0) return buttons.length === 1 ? (buttons[0] ?? null) : null;
  }
  return null;
}

function press(control: HTMLElement): boolean {
  if (Element.prototype.matches.call(control, ':disabled, [aria-disabled="true"]')) return false;
  HTMLElement.prototype.click.call(control);
  return true;
}
