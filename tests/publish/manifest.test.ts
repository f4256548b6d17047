import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROWSERS, manifestOf, packageBytes, ROOT } from './packages.ts';
import { readZip } from './read-zip.ts';

const SITE = 'https://www.ecoledirecte.com/*';

describe.each(BROWSERS)('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  it('asks for two permissions and one host, and for nothing optional', () => {
    expect(manifest.permissions).toEqual(['storage', 'alarms']);
    expect(manifest.host_permissions).toEqual([SITE]);
    expect(Object.keys(manifest).filter((key) => key.startsWith('optional'))).toEqual([]);
    expect(new Set(manifest.content_scripts.flatMap(({ matches }) => matches))).toEqual(new Set([SITE]));
  });

  it('opens nothing to pages or to other extensions, and leaves the strict default policy as it is', () => {
    for (const key of [
      'web_accessible_resources',
      'externally_connectable',
      'content_security_policy',
      'cross_origin_embedder_policy',
      'cross_origin_opener_policy',
      'update_url',
      'key',
    ])
      expect(manifest).not.toHaveProperty(key);
  });

  it('says what the stores and the browsers want to know', () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      default_locale: 'fr',
      incognito: 'spanning',
      options_ui: { page: 'options.html', open_in_tab: true },
    });
    expect(Object.keys(manifest.commands ?? {}).length).toBeLessThanOrEqual(4);
    expect(manifest.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
  });

  it('has each text that it names in French and in English, within the lengths of the stores', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(keys).toEqual(expect.arrayContaining(['manifest_name', 'manifest_description']));
    const files = readZip(packageBytes(browser));
    for (const language of ['fr', 'en']) {
      const messages = JSON.parse(files.get(`_locales/${language}/messages.json`)?.toString() ?? '');
      for (const key of keys) expect(messages[key]?.message, `${key} in ${language}`).toBeTruthy();
      // The Chrome Web Store's limits; 45 is that of Edge, 50 that of addons.mozilla.org for a name.
      expect(messages.manifest_name.message.length).toBeLessThanOrEqual(45);
      expect(messages.manifest_description.message.length).toBeLessThanOrEqual(132);
    }
  });
});

it('has Firefox’s own settings: an id, versions that know them, and no data collected', () => {
  expect(manifestOf('firefox').browser_specific_settings).toEqual({
    gecko: {
      id: 'memo-qcm@memo-qcm.org',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  });
  expect(manifestOf('firefox')).not.toHaveProperty('minimum_chrome_version');
});

it.each(['chrome', 'edge'] as const)('has the least version for %s, and nothing of Firefox', (browser) => {
  const manifest = manifestOf(browser);
  expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(127);
  expect(manifest).not.toHaveProperty('browser_specific_settings');
});

it('justifies in its documents each permission that it asks, in one line, and no other', () => {
  const text = readFileSync(join(ROOT, 'docs', 'permissions.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
  const { permissions, host_permissions } = manifestOf('chrome');
  expect(rows.map(([, permission]) => permission)).toEqual([...permissions, ...host_permissions]);
  for (const [, , reason] of rows) expect(reason?.length).toBeGreaterThan(40);
});
