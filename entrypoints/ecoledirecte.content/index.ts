import { defineContentScript } from 'wxt/utils/define-content-script';
import { i18n } from '#i18n';
import { background, onAskAgain, onChoose } from '../../lib/page/ask-background.ts';
import { followLogin } from '../../lib/page/follow-login.ts';
import { watchIdentifier } from '../../lib/page/identifier.ts';
import type { Words } from '../../lib/page/words.ts';
import '../../lib/page/style.css';

/** In the isolated world: follows each challenge of this page from first sight to its outcome. */
export default defineContentScript({
  matches: ['https://www.ecoledirecte.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const identifier = watchIdentifier(document, signal);
    const words: Words = (key) => i18n.t(key);
    followLogin(window, { document, background, words, onAskAgain, onChoose, identifier }, signal);
  },
});
