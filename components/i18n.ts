import { useEffect, useState } from 'preact/hooks';
import { i18n as browsers } from '#i18n';
import type { Language } from '../lib/settings.ts';

/** Texts by the parts of their key; those that count have a form for 0, for 1 and for `n`. */
type Messages = { [part: string]: string | Messages };

/** Loaded only where the language is not the browser's. */
const LOCALES: Record<Exclude<Language, 'browser'>, () => Promise<{ default: Messages }>> = {
  fr: () => import('../lib/locales/fr.json'),
  en: () => import('../lib/locales/en.json'),
};

/** The texts of the language that was chosen; null where it is the browser's. */
let chosen: Messages | null = null;
const listeners = new Set<() => void>();

/** The texts of the extension's own pages, in the language that its owner chose. */
export const i18n: typeof browsers = {
  // The same arguments, which the type of the browser's own function checks.
  t: ((key: string, ...args: Argument[]) =>
    chosen
      ? textOf(chosen, key, args)
      : Reflect.apply(browsers.t, browsers, [key, ...args])) as typeof browsers.t,
};

/** Has this page speak a language from now on. */
export async function speak(language: Language): Promise<void> {
  chosen = language === 'browser' ? null : (await LOCALES[language]()).default;
  document.documentElement.lang = i18n.t('language');
  for (const tell of listeners) tell();
}

/** Renders anew, from here down, whenever the page comes to speak another language. */
export function useLanguage(): void {
  const [, setTimes] = useState(0);
  useEffect(() => {
    const tell = () => setTimes((times) => times + 1);
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
}

/** A number that the text counts, or what stands for `$1`, `$2`…; without the latter the number stands for `$1`. */
type Argument = number | readonly (string | number)[];

function textOf(messages: Messages, key: string, args: readonly Argument[]): string {
  const count = args.find((arg) => typeof arg === 'number');
  const texts = args.find((arg) => typeof arg !== 'number') ?? [count ?? ''];
  const found = key.split('.').reduce<string | Messages | undefined>(partOf, messages);
  const form = count === undefined ? found : (partOf(found, String(count)) ?? partOf(found, 'n') ?? found);
  return typeof form === 'string'
    ? form.replace(/\$(\d)/g, (_, place) => String(texts[place - 1] ?? ''))
    : key;
}

function partOf(messages: string | Messages | undefined, part: string): string | Messages | undefined {
  return typeof messages === 'object' ? messages[part] : undefined;
}
