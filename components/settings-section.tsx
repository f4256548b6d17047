import { useState } from 'preact/hooks';
import type { Settings } from '../lib/settings.ts';
import { i18n, speak } from './i18n.ts';
import { RadioChoices } from './radio-choices.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { showTheme } from './show-theme.ts';
import type { SettingsStore } from './use-settings.ts';
import { useSettings } from './use-settings.ts';

const MODES = [
  { value: 'highlight', label: 'settings.highlight', text: 'settings.highlightText' },
  { value: 'select', label: 'settings.select', text: 'settings.selectText' },
  { value: 'automatic', label: 'settings.automatic', text: 'settings.automaticText' },
] as const;

const REMEMBERING = [
  { value: 'ask', label: 'settings.rememberAsk', text: 'settings.rememberAskText' },
  { value: 'always', label: 'settings.rememberAlways', text: 'settings.rememberAlwaysText' },
] as const;

const THEMES = [
  { value: 'auto', label: 'settings.themeAuto', text: 'settings.themeAutoText' },
  { value: 'light', label: 'settings.themeLight', text: 'settings.themeLightText' },
  { value: 'dark', label: 'settings.themeDark', text: 'settings.themeDarkText' },
] as const;

const LANGUAGES = [
  { value: 'browser', label: 'settings.languageBrowser', text: 'settings.languageBrowserText' },
  { value: 'fr', label: 'settings.languageFr', text: 'settings.languageFrText' },
  { value: 'en', label: 'settings.languageEn', text: 'settings.languageEnText' },
] as const;

/** What the extension does by itself, each mode with its consequence. */
export function SettingsSection({ store }: { store: SettingsStore }) {
  const { settings, change } = useSettings(store);
  const [saved, setSaved] = useState(false);
  const save = async (patch: Partial<Settings>) => {
    await change(patch);
    if (patch.theme) showTheme(patch.theme);
    if (patch.language) await speak(patch.language);
    setSaved(true);
  };
  return (
    <section id="reglages" class="panel" aria-labelledby="settings-title">
      <h2 id="settings-title">{i18n.t('section.settings')}</h2>
      <RadioChoices
        legend={i18n.t('settings.mode')}
        group="mode"
        choices={inWords(MODES)}
        value={settings?.mode ?? null}
        onChoose={(mode) => save({ mode })}
      />
      <RadioChoices
        legend={i18n.t('settings.remember')}
        group="remember"
        choices={inWords(REMEMBERING)}
        value={settings?.remember ?? null}
        onChoose={(remember) => save({ remember })}
      />
      <RadioChoices
        legend={i18n.t('settings.theme')}
        group="theme"
        choices={inWords(THEMES)}
        value={settings?.theme ?? null}
        onChoose={(theme) => save({ theme })}
      />
      <RadioChoices
        legend={i18n.t('settings.language')}
        group="language"
        choices={inWords(LANGUAGES)}
        value={settings?.language ?? null}
        onChoose={(language) => save({ language })}
      />
      <Shortcuts read={store.shortcuts} />
      <p class="done" role="status">
        {saved && i18n.t('settings.saved')}
      </p>
    </section>
  );
}

type Key = (typeof MODES | typeof REMEMBERING | typeof THEMES | typeof LANGUAGES)[number]['label' | 'text'];

/** Choices with their keys put into the owner's language. */
function inWords<Value extends string>(choices: readonly { value: Value; label: Key; text: Key }[]) {
  return choices.map(({ value, label, text }) => ({ value, label: i18n.t(label), text: i18n.t(text) }));
}
