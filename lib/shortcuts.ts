import { browser } from 'wxt/browser';

/** The commands of the manifest. */
const NAMES = ['choose', 'lock'] as const;

/** A command, and the keys that the browser has for it now; empty where it has none. */
export interface Shortcut {
  name: (typeof NAMES)[number];
  keys: string;
}

/** The shortcuts as they are now; none at all where the browser has no commands, as Firefox for Android. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return NAMES.flatMap((name) => {
    const command = commands.find((one) => one.name === name);
    return command ? [{ name, keys: command.shortcut ?? '' }] : [];
  });
}
