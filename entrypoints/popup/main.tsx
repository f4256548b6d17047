import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/styles.css';
import { speak, useLanguage } from '../../components/i18n.ts';
import { PopupApp } from '../../components/popup-app.tsx';
import { showTheme } from '../../components/show-theme.ts';
import { useVault } from '../../components/use-vault.ts';
import { ask } from '../../lib/ask.ts';
import { watchClipboard } from '../../lib/clipboard.ts';
import { findTab } from '../../lib/find-tab.ts';
import { onLockChange } from '../../lib/on-lock-change.ts';
import { readSettings } from '../../lib/settings.ts';
import { siteAccess } from '../../lib/site-access.ts';

const [tabId, { theme, language }] = await Promise.all([findTab(), readSettings()]);

showTheme(theme);
await speak(language);
void watchClipboard();
render(<Popup />, document.body);

function Popup() {
  useLanguage();
  return <PopupApp vault={useVault(ask, tabId, { onLockChange })} access={siteAccess} onManage={manage} />;
}

async function manage(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
