import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bareStart } from './publish/bare-start.ts';
import { sayWeights, weigh } from './publish/budget.ts';
import { commonPasswords } from './publish/common-passwords.ts';
import { INNER_NAMES } from './publish/inner-names.ts';
import { nameless } from './publish/nameless.ts';
import { SOURCES } from './publish/sources.ts';
import { textOnlyPreact } from './publish/text-only-preact.ts';
import { usedApis } from './publish/used-apis.ts';

/** The one site that the extension works on; no other host is ever asked for. */
const SITE = 'https://www.ecoledirecte.com/*';

const BROWSER = fileURLToPath(new URL('lib/page/own-browser.ts', import.meta.url));
const CONTEXT = fileURLToPath(new URL('lib/page/script-life.ts', import.meta.url));

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  // Imports are written out, so that a reader sees where a name comes from.
  imports: false,
  i18n: { localesDir: new URL('./lib/locales', import.meta.url).pathname },
  vite: () => ({ plugins: [preact(), textOnlyPreact(), commonPasswords(), usedApis()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    short_name: 'Mémo QCM',
    description: '__MSG_manifest_description__',
    default_locale: 'fr',
    permissions: ['storage', 'alarms'],
    host_permissions: [SITE],
    incognito: 'spanning',
    action: { default_title: 'Mémo QCM' },
    commands: {
      choose: { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_manifest_chooseCommand__' },
      lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_manifest_lockCommand__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'memo-qcm@memo-qcm.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
  zip: { name: 'memo-qcm', includeSources: SOURCES },
  hooks: {
    'config:resolved': ({ config }) => {
      // Sources without their tests would be less than the sources.
      config.zip.excludeSources = [];
      // One that the caller's environment holds would change what is built.
      process.env.NODE_ENV = config.mode;
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // What has to start fast goes through Terser: smaller than by Vite's own minifier, in the page by 1.7 %, the background by 0.8.
      const isInjected = entrypoints.every(({ type }) => type === 'content-script');
      if (isInjected || entrypoints.every(({ type }) => type === 'background')) {
        config.build = {
          ...config.build,
          minify: config.build?.minify === false ? false : 'terser',
          terserOptions: {
            ecma: 2020,
            compress: { passes: 3, keep_fargs: false },
            ...(isInjected && {
              mangle: { properties: { regex: new RegExp(`^(${INNER_NAMES.join('|')})$`) } },
            }),
          },
        };
      }
      // What every page of the site loads goes without the polyfill, since both browsers have promises there by themselves,
      // without the timers and the watch over addresses that WXT gives each content script, and without its logger, which
      // is silent in what is built.
      if (isInjected) {
        const leaner = { 'wxt/browser': BROWSER, 'wxt/utils/content-script-context': CONTEXT };
        config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, ...leaner } };
        config.plugins = [...(config.plugins ?? []), bareStart(), nameless()];
        config.build = {
          ...config.build,
          rolldownOptions: {
            ...config.build?.rolldownOptions,
            treeshake: { manualPureFunctions: ['logger'] },
          },
        };
      }
    },
    'build:done': ({ config, logger }) => {
      if (config.command === 'build') for (const line of sayWeights(weigh(config.outDir))) logger.info(line);
    },
  },
});
