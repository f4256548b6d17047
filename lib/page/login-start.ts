import { all, closest } from './dom.ts';

const SUBMITS = 'button, input[type="submit"], input[type="image"]';

/**
 * Calls back whenever the owner sends a login form, one with a password field, by their own hand: that begins a new
 * login. A form's own `submit` does not tell, since browsers trust the one that a script causes too; the click or the
 * key before it does. Nothing of the form is read.
 */
export function onLoginStart(document: Document, callback: () => void, signal: AbortSignal): void {
  const listen = (type: 'click' | 'keydown', isSending: (event: Event, target: Element) => boolean) => {
    const hear = (event: Event) => {
      const [target] = event.composedPath();
      if (event.isTrusted && target instanceof Element && isInLogin(target) && isSending(event, target))
        callback();
    };
    document.addEventListener(type, hear, { capture: true, passive: true, signal });
  };
  listen('click', (_, target) => closest(target, SUBMITS) !== null);
  listen('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Enter');
}

function isInLogin(target: Element): boolean {
  const form = closest(target, 'form');
  return form !== null && all(form, 'input[type="password"]').length > 0;
}
