import { browser } from 'wxt/browser';

/**
 * Takes `storage.local` from the content scripts where the browser can (Chromium): a page that broke into one could
 * otherwise change settings, or the mirror of the vault. Neither of them reads it.
 */
export function keepFromContentScripts(): void {
  // Firefox has no such thing for this area.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
