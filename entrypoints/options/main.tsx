import { render } from 'preact';
import '../../components/styles.css';
import { speak, useLanguage } from '../../components/i18n.ts';
import { OptionsApp } from '../../components/options-app.tsx';
import { showTheme } from '../../components/show-theme.ts';
import { useVault } from '../../components/use-vault.ts';
import { ask } from '../../lib/ask.ts';
import { watchClipboard } from '../../lib/clipboard.ts';
import { findTab } from '../../lib/find-tab.ts';
import { onLockChange } from '../../lib/on-lock-change.ts';
import { readSettings, writeSettings } from '../../lib/settings.ts';
import { readShortcuts } from '../../lib/shortcuts.ts';
import { siteAccess } from '../../lib/site-access.ts';

const settings = { read: readSettings, write: writeSettings, shortcuts: readShortcuts };

const { theme, language } = await readSettings();
showTheme(theme);
await speak(language);
void watchClipboard();
render(<Options />, document.body);

function Options() {
  useLanguage();
  const vault = useVault(ask, null, { onLockChange, findDiagnosed: findTab });
  return <OptionsApp vault={vault} settings={settings} access={siteAccess} />;
}
