import { expect, it } from 'vitest';
import { BROWSERS, packageBytes } from './packages.ts';
import { readZip } from './read-zip.ts';

/** The site, and what names a vocabulary without ever being asked for. */
const KNOWN = ['www.ecoledirecte.com', 'www.w3.org'];

it.each(BROWSERS)('names no host in the package for %s but the site’s', (browser) => {
  const files = [...readZip(packageBytes(browser))].filter(([name]) =>
    /\.(?:js|css|html|svg|json)$/.test(name),
  );
  const hosts = files.flatMap(([, content]) =>
    [...content.toString('utf8').matchAll(/(?:https?|wss?):\/\/([\w.-]+)/g)].map(([, host]) => host ?? ''),
  );
  expect([...new Set(hosts)].filter((host) => !KNOWN.includes(host))).toEqual([]);
});
