import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

/** Interfaces of WebExtensions that Firefox for Android does not have. */
const ABSENT = [
  'bookmarks',
  'commands',
  'contextMenus',
  'history',
  'identity',
  'menus',
  'omnibox',
  'sessions',
  'sidebarAction',
  'theme',
  'windows',
];
/** What the background has to listen to before it first waits. */
const NEEDED = ['alarms.onAlarm', 'runtime.onInstalled', 'runtime.onMessage', 'tabs.onRemoved'];

/** What a browser answers that the background reads as soon as it starts. */
const ANSWERS: Record<string, unknown> = {
  'runtime.id': 'memo-qcm@memo-qcm.org',
  'runtime.getURL': (path: string) => `moz-extension://0/${path}`,
  'runtime.getManifest': () => ({ version: '0.0.0' }),
  'storage.local.get': async () => ({}),
  'storage.session.get': async () => ({}),
};

/** An extension's interfaces, all there but the absent ones; `listened` takes the names of the events listened to. */
function makeBrowser(listened: Set<string>, path = ''): unknown {
  const nothing = async () => undefined;
  return new Proxy(nothing, {
    get(_, name) {
      if (typeof name !== 'string' || name === 'then' || (path === '' && ABSENT.includes(name)))
        return undefined;
      const inner = path === '' ? name : `${path}.${name}`;
      if (inner in ANSWERS) return ANSWERS[inner];
      return name === 'addListener' ? () => void listened.add(path) : makeBrowser(listened, inner);
    },
  });
}

it('starts its background where there are no commands, no menus and no windows', async () => {
  const script = readZip(packageBytes('firefox')).get('background.js')?.toString('utf8') ?? '';
  const listened = new Set<string>();
  const browser = makeBrowser(listened);
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', note);
  const platform = { crypto, navigator: { locks: {} }, console, URL, TextEncoder, TextDecoder };
  const timers = { setTimeout, clearTimeout, structuredClone };
  runInNewContext(script, { browser, chrome: browser, ...platform, ...timers });
  expect([...listened].sort()).toEqual(expect.arrayContaining(NEEDED));
  // Node tells of a rejection once the turn is over.
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(rejections).toEqual([]);
});
