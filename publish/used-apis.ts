import type { Plugin } from 'vite';

/** The polyfill's own file, and where it holds the list of all browser interfaces with the numbers of their arguments. */
const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/;
const LIST = /(const apiMetadata = )(\{.*?\n {6}\});/s;
/** The interfaces that the extension has: those of its permissions, and those that every extension has. */
const USED = [
  'alarms',
  'commands',
  'extension',
  'i18n',
  'permissions',
  'runtime',
  'storage',
  'tabs',
  'windows',
];

/**
 * Keeps of the polyfill's list what this extension can call at all: a tenth of what the background weighs is of bookmarks,
 * cookies and downloads. What is not in the list would be handed on as the browser has it. Fails the build where the list is not found.
 */
export function usedApis(): Plugin {
  return {
    name: 'used-apis',
    transform(code, id) {
      if (!POLYFILL.test(id)) return null;
      if (!LIST.test(code)) this.error('The polyfill has its list of interfaces elsewhere: look at it anew.');
      const kept = code.replace(LIST, (_, before: string, list: string) => {
        const all: Record<string, unknown> = JSON.parse(list); // part of the polyfill's source
        return `${before}${JSON.stringify(Object.fromEntries(USED.map((name) => [name, all[name]])))};`;
      });
      return { code: kept, map: null };
    },
  };
}
