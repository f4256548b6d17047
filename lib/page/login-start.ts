import { all, closest } from './dom.ts';

const SUBMITS = 'button, input[type="submit"], input[type="image"]';

/**
 * Calls back whenever the owner sends a login form, one with a password field, by their own hand: that begins a new
 * login. A form's own `submit` does not tell, since browsers trust the one that a script causes too; the click or the
 * key before it does. Nothing of the form is read.
 */
export function onLoginStart(document: Document, callback: () => void, signal: AbortSignal): void {
  const hear = (event: Event) => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element)) return;
    const isSending = event instanceof KeyboardEvent ? event.key === 'Enter' : closest(target, SUBMITS);
    const form = isSending && closest(target, 'form');
    if (form && all(form, 'input[type="password"]').length > 0) callback();
  };
  for (const type of ['click', 'keydown'])
    document.addEventListener(type, hear, { capture: true, passive: true, signal });
}
