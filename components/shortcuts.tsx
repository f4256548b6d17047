import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../lib/shortcuts.ts';
import { i18n } from './i18n.ts';

const WORDS = {
  choose: 'settings.shortcutChoose',
  lock: 'settings.shortcutLock',
} as const satisfies Record<Shortcut['name'], string>;

/** The keys that do something anywhere in the browser, and where they are changed; nothing where there are none. */
export function Shortcuts({ read }: { read(): Promise<readonly Shortcut[]> }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    void read().then(setShortcuts);
  }, [read]);
  if (shortcuts.length === 0) return null;
  return (
    <div class="shortcuts">
      <h3>{i18n.t('settings.shortcuts')}</h3>
      <ul>
        {shortcuts.map(({ name, keys }) => (
          <li key={name}>
            {i18n.t(WORDS[name])} <kbd class="key">{keys || i18n.t('settings.shortcutNone')}</kbd>
          </li>
        ))}
      </ul>
      <p class="hint">{i18n.t('settings.shortcutsText')}</p>
    </div>
  );
}
