import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../lib/settings.ts';
import { RadioChoice } from './radio-choice.tsx';
import { showTheme } from './show-theme.ts';
import type { SettingsStore } from './use-settings.ts';
import { useSettings } from './use-settings.ts';

const MODES = [
  { mode: 'highlight', label: 'settings.highlight', text: 'settings.highlightText' },
  { mode: 'select', label: 'settings.select', text: 'settings.selectText' },
  { mode: 'automatic', label: 'settings.automatic', text: 'settings.automaticText' },
] as const;

const REMEMBERING = [
  { remember: 'ask', label: 'settings.rememberAsk', text: 'settings.rememberAskText' },
  { remember: 'always', label: 'settings.rememberAlways', text: 'settings.rememberAlwaysText' },
] as const;

const THEMES = [
  { theme: 'auto', label: 'settings.themeAuto', text: 'settings.themeAutoText' },
  { theme: 'light', label: 'settings.themeLight', text: 'settings.themeLightText' },
  { theme: 'dark', label: 'settings.themeDark', text: 'settings.themeDarkText' },
] as const;

/** What the extension does by itself, each mode with its consequence. */
export function SettingsSection({ store }: { store: SettingsStore }) {
  const { settings, change } = useSettings(store);
  const [saved, setSaved] = useState(false);
  const save = async (patch: Partial<Settings>) => {
    await change(patch);
    if (patch.theme) showTheme(patch.theme);
    setSaved(true);
  };
  return (
    <section id="reglages" class="panel" aria-labelledby="settings-title">
      <h2 id="settings-title">{i18n.t('section.settings')}</h2>
      <fieldset>
        <legend>{i18n.t('settings.mode')}</legend>
        {MODES.map(({ mode, label, text }) => (
          <RadioChoice
            key={label}
            group="mode"
            id={label}
            label={i18n.t(label)}
            text={i18n.t(text)}
            checked={settings?.mode === mode}
            onChoose={() => save({ mode })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{i18n.t('settings.remember')}</legend>
        {REMEMBERING.map(({ remember, label, text }) => (
          <RadioChoice
            key={label}
            group="remember"
            id={label}
            label={i18n.t(label)}
            text={i18n.t(text)}
            checked={settings?.remember === remember}
            onChoose={() => save({ remember })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{i18n.t('settings.theme')}</legend>
        {THEMES.map(({ theme, label, text }) => (
          <RadioChoice
            key={label}
            group="theme"
            id={label}
            label={i18n.t(label)}
            text={i18n.t(text)}
            checked={settings?.theme === theme}
            onChoose={() => save({ theme })}
          />
        ))}
      </fieldset>
      <p class="done" role="status">
        {saved && i18n.t('settings.saved')}
      </p>
    </section>
  );
}
