import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Mode } from '../lib/settings.ts';
import type { SettingsStore } from './use-settings.ts';
import { useSettings } from './use-settings.ts';

const MODES = [
  { mode: 'highlight', label: 'settings.highlight', text: 'settings.highlightText' },
  { mode: 'select', label: 'settings.select', text: 'settings.selectText' },
  { mode: null, label: 'settings.automatic', text: 'settings.automaticText' },
] as const;

/** What the extension does by itself, each mode with its consequence. */
export function SettingsSection({ store }: { store: SettingsStore }) {
  const { settings, change } = useSettings(store);
  const [saved, setSaved] = useState(false);
  const choose = async (mode: Mode) => {
    await change({ mode });
    setSaved(true);
  };
  return (
    <section id="reglages" class="panel" aria-labelledby="settings-title">
      <h2 id="settings-title">{i18n.t('section.settings')}</h2>
      <fieldset>
        <legend>{i18n.t('settings.mode')}</legend>
        {MODES.map(({ mode, label, text }) => (
          <div class="choice" key={label}>
            <input
              type="radio"
              name="mode"
              id={label}
              aria-describedby={text}
              disabled={mode === null}
              checked={settings !== null && settings.mode === mode}
              onChange={() => mode && choose(mode)}
            />
            <div>
              <label for={label}>{i18n.t(label)}</label>
              <p class="hint" id={text}>
                {i18n.t(text)}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <p class="done" role="status">
        {saved && i18n.t('settings.saved')}
      </p>
    </section>
  );
}
