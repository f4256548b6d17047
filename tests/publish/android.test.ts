import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

/** Interfaces of WebExtensions that Firefox for Android does not have. */
const ABSENT = ['commands', 'menus', 'contextMenus', 'windows', 'sidebarAction', 'omnibox', 'notifications'];

/** An event of the browser that keeps its listeners. */
const makeEvent = () => {
  const listeners: unknown[] = [];
  return { listeners, addListener: (listener: unknown) => listeners.push(listener) };
};

it('starts its background where there are no commands, no menus and no windows', async () => {
  const events = {
    onMessage: makeEvent(),
    onInstalled: makeEvent(),
    onAlarm: makeEvent(),
    onRemoved: makeEvent(),
  };
  const area = () => ({ get: async () => ({}), set: async () => {}, remove: async () => {} });
  const browser = {
    runtime: {
      id: 'memo-qcm@memo-qcm.org',
      getURL: (path: string) => `moz-extension://0/${path}`,
      onMessage: events.onMessage,
      onInstalled: events.onInstalled,
    },
    storage: { local: area(), session: area(), onChanged: makeEvent() },
    alarms: { onAlarm: events.onAlarm, create() {}, clear: async () => true, get: async () => undefined },
    tabs: { onRemoved: events.onRemoved, onUpdated: makeEvent() },
    action: {},
    i18n: { getMessage: () => '' },
  };
  expect(ABSENT.filter((name) => name in browser)).toEqual([]);
  const script = readZip(packageBytes('firefox')).get('background.js')?.toString('utf8') ?? '';
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', note);
  const context = {
    browser,
    chrome: browser,
    crypto,
    navigator: { locks: {} },
    console,
    URL,
    TextEncoder,
    TextDecoder,
  };
  runInNewContext(script, { ...context, setTimeout, clearTimeout, structuredClone });
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  expect(rejections).toEqual([]);
  for (const [name, { listeners }] of Object.entries(events)) expect(listeners, name).toHaveLength(1);
});
