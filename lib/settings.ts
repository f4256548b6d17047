import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** What the extension does on the page by itself: mark the option, choose it too, or send it as well. */
export type Mode = 'highlight' | 'select' | 'automatic';

/** Whether an answer that EcoleDirecte accepted for the first time is remembered at once, or its owner asked first. */
export type Remember = 'ask' | 'always';

/** Minutes without use after which a vault with a passphrase locks; null: when the browser ends. */
export const LOCK_DELAYS = [1, 5, 15, 30, 60, null] as const;

/** Light or dark pages of the extension; `auto` goes by the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** What the extension's own pages speak. */
export type Language = 'browser' | 'fr' | 'en';

export interface Settings {
  mode: Mode;
  remember: Remember;
  theme: Theme;
  language: Language;
  lockAfter: (typeof LOCK_DELAYS)[number];
  /** When all answers were last exported, in milliseconds since the epoch; absent where they never were. */
  exportedAt?: number;
  /** When the reminder of an export was last put off, likewise. */
  reminderPutOffAt?: number;
}

const KEY = 'settings';

const schema = v.object({
  mode: v.fallback(v.picklist(['highlight', 'select', 'automatic']), 'select'),
  remember: v.fallback(v.picklist(['ask', 'always']), 'ask'),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
  language: v.fallback(v.picklist(['browser', 'fr', 'en']), 'browser'),
  lockAfter: v.fallback(v.nullable(v.picklist([1, 5, 15, 30, 60])), 15),
  exportedAt: v.exactOptional(v.fallback(v.number(), 0)),
  reminderPutOffAt: v.exactOptional(v.fallback(v.number(), 0)),
});

/** The preferences, each at its default where nothing (or nothing readable) is stored. */
export async function readSettings(): Promise<Settings> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return v.parse(schema, typeof stored === 'object' && stored !== null ? stored : {});
}

/** `readSettings` for who asks often: it reads them once, and again after each change, wherever that is made. */
export function followSettings(): () => Promise<Settings> {
  let settings: Promise<Settings> | undefined;
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) settings = undefined;
  });
  return () => {
    settings ??= readSettings().catch((error: unknown) => {
      settings = undefined;
      throw error;
    });
    return settings;
  };
}

/** Changes the preferences given, and returns all of them. */
export async function writeSettings(patch: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...patch };
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}
