import { defineContentScript } from 'wxt/utils/define-content-script';
import { browserText } from '../../lib/browser-text.ts';
import { background, onAskAgain, onChoose, wake } from '../../lib/page/ask-background.ts';
import { followLogin } from '../../lib/page/follow-login.ts';
import { watchIdentifier } from '../../lib/page/identifier.ts';
import '../../lib/page/style.css';
import '../../lib/page/document.css';

/** In the isolated world: follows each challenge of this page from first sight to its outcome. */
export default defineContentScript({
  matches: ['https://www.ecoledirecte.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const identifier = watchIdentifier(document, signal);
    followLogin(
      window,
      { document, background, wake, words: browserText, onAskAgain, onChoose, identifier },
      signal,
    );
  },
});
