import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../lib/settings.ts';
import type { Shortcut } from '../lib/shortcuts.ts';

export interface SettingsStore {
  read(): Promise<Settings>;
  write(patch: Partial<Settings>): Promise<Settings>;
  /** The keys that the browser has for the extension's commands. */
  shortcuts(): Promise<readonly Shortcut[]>;
}

/** The preferences, null until they are read, and how to change them. */
export function useSettings(store: SettingsStore) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void store.read().then(setSettings);
  }, [store]);
  const change = async (patch: Partial<Settings>) => setSettings(await store.write(patch));
  return { settings, change };
}
