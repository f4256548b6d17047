import { test } from '@playwright/test';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { startGateway } from '../site/gateway.ts';
import { startSite } from '../site/server.ts';
import { builtFor, expect } from './extension.ts';

// That there are none is checked at the end of each test, when its browser is closed.
test('a request by the extension would be counted, wherever it went', async () => {
  const { project } = test.info();
  const site = await startSite();
  const gateway = await startGateway(site.port);
  const options = { port: site.port, gateway: gateway.port, extension: builtFor(project.name) };
  const browser = await (project.name === 'firefox' ? launchFirefox(options) : launchChromium(options));
  const page = await browser.openExtension('options.html');
  expect(site.uninvited).toEqual([]);
  expect(gateway.strays).toEqual([]);
  await page.evaluate(async () => {
    const addresses = [
      'https://fetch.test/',
      'http://127.0.0.1:8/',
      'https://www.ecoledirecte.com/uninvited',
    ];
    new WebSocket('wss://socket.test/');
    new Image().src = 'https://image.test/';
    navigator.sendBeacon('https://beacon.test/', 'x');
    await Promise.allSettled(addresses.map((address) => fetch(address)));
  }, null);
  // A browser may ask again by itself, as Firefox does where a connection is lost.
  await expect.poll(() => [...new Set(site.uninvited)]).toEqual(['GET www.ecoledirecte.com/uninvited']);
  for (const host of ['fetch.test', 'socket.test', 'image.test', 'beacon.test'])
    await expect.poll(() => gateway.strays).toContain(`${host}:443`);
  await browser.close();
  await gateway.close();
  await site.close();
});
