import { render } from 'preact';
import { i18n } from '#i18n';
import '../../components/styles.css';
import { OptionsApp } from '../../components/options-app.tsx';
import { showTheme } from '../../components/show-theme.ts';
import { useVault } from '../../components/use-vault.ts';
import { ask } from '../../lib/ask.ts';
import { watchClipboard } from '../../lib/clipboard.ts';
import { readSettings, writeSettings } from '../../lib/settings.ts';
import { siteAccess } from '../../lib/site-access.ts';

document.documentElement.lang = i18n.t('language');
const settings = { read: readSettings, write: writeSettings };

showTheme((await readSettings()).theme);
void watchClipboard();
render(<Options />, document.body);

function Options() {
  return <OptionsApp vault={useVault(ask, null)} settings={settings} access={siteAccess} />;
}
