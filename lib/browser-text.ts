import { browser } from 'wxt/browser';

/**
 * The text of a key of the locales that takes neither number nor name, in the browser's language. By the browser's own
 * function, which keeps small what is no page.
 */
export function browserText(key: string): string {
  const { i18n }: { i18n: { getMessage(name: string): string } } = browser; // the keys of the locales, as they are built
  return i18n.getMessage(key.replaceAll('.', '_'));
}
