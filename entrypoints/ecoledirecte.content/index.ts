import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { background, onAskAgain, onChoose, wake } from '../../lib/page/ask-background.ts';
import { followLogin } from '../../lib/page/follow-login.ts';
import { watchIdentifier } from '../../lib/page/identifier.ts';
import type { Words } from '../../lib/page/words.ts';
import '../../lib/page/style.css';
import '../../lib/page/document.css';

/** In the isolated world: follows each challenge of this page from first sight to its outcome. */
export default defineContentScript({
  matches: ['https://www.ecoledirecte.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const identifier = watchIdentifier(document, signal);
    // None of these takes a number or a name, so the browser's own function does, and keeps the script small; asked for
    // with the first word, as most pages never need one.
    const words: Words = (key) => {
      const { i18n }: { i18n: { getMessage(name: string): string } } = browser; // the keys of the locales, as they are built
      return i18n.getMessage(key.replaceAll('.', '_'));
    };
    followLogin(window, { document, background, wake, words, onAskAgain, onChoose, identifier }, signal);
  },
});
