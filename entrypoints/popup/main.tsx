import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/styles.css';
import { PopupApp } from '../../components/popup-app.tsx';
import { showTheme } from '../../components/show-theme.ts';
import { useVault } from '../../components/use-vault.ts';
import { ask } from '../../lib/ask.ts';
import { watchClipboard } from '../../lib/clipboard.ts';
import { findTab } from '../../lib/find-tab.ts';
import { readSettings } from '../../lib/settings.ts';
import { siteAccess } from '../../lib/site-access.ts';

document.documentElement.lang = i18n.t('language');

const [tabId, { theme }] = await Promise.all([findTab(), readSettings()]);

showTheme(theme);
void watchClipboard();
render(<Popup />, document.body);

function Popup() {
  return <PopupApp vault={useVault(ask, tabId)} access={siteAccess} onManage={manage} />;
}

async function manage(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
