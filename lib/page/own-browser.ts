import type { Browser } from 'webextension-polyfill';

/**
 * Stands in for `wxt/browser` in the built content script. WXT's own looks into the interfaces as soon as it is imported,
 * and Chromium makes each when it is first looked at: a page without a question needs none of them.
 */
export const browser: Browser = Reflect.get(globalThis, import.meta.env.FIREFOX ? 'browser' : 'chrome');
