import { defineContentScript } from 'wxt/utils/define-content-script';
import { i18n } from '#i18n';
import { background } from '../../lib/page/ask-background.ts';
import { followLogin } from '../../lib/page/follow-login.ts';
import { watchIdentifier } from '../../lib/page/identifier.ts';
import './style.css';

/** In the isolated world: follows each challenge of this page from first sight to its outcome. */
export default defineContentScript({
  matches: ['https://www.ecoledirecte.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const identifier = watchIdentifier(document, signal);
    followLogin(window, { document, background, words: (key) => i18n.t(key), identifier }, signal);
  },
});
