import fr from '../../../lib/locales/fr.json' with { type: 'json' };

type Messages = { [key: string]: string | Messages };

/** Stands in for `#i18n` where there is no browser: the French texts, put together as the browser does. */
export const i18n = {
  t(key: string, ...args: (number | (string | number)[])[]): string {
    const message = key.split('.').reduce<string | Messages | undefined>(step, fr);
    const count = args.find((arg) => typeof arg === 'number');
    const texts = args.find((arg) => Array.isArray(arg)) ?? (count === undefined ? [] : [count]);
    const form = count === undefined ? message : step(message, count > 1 ? 'n' : String(count));
    if (typeof form !== 'string') throw new Error(`No message ${key}`);
    return form.replace(/\$(\d)/g, (_, place) => String(texts[Number(place) - 1]));
  },
};

function step(messages: string | Messages | undefined, key: string): string | Messages | undefined {
  return typeof messages === 'object' ? messages[key] : undefined;
}
