import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { launch } from '../e2e/extension.ts';
import { tell } from '../faults/owner.ts';
import { openMemory } from '../matrix/memory.ts';
import { startSite } from '../site/server.ts';
import { fillMemory } from './family.ts';
import { SCENES } from './scenes.ts';

/**
 * Takes the pictures of README and stores from the built extension in Chromium, in French and English, light and dark:
 * `--to FOLDER` says where to, `.output/pictures` by default, and `--only NAME` takes one scene.
 */
const { values: options } = parseArgs({
  options: { to: { type: 'string', default: '.output/pictures' }, only: { type: 'string' } },
});
const folder = resolve(options.to);
mkdirSync(folder, { recursive: true });

for (const language of ['fr', 'en'] as const) {
  const site = await startSite();
  site.world.behaviour.forgetDevices = true;
  const browser = await launch('chromium', { port: site.port, language });
  const owner = await browser.openExtension('options.html');
  await tell(owner, 'consent', {});
  const memory = await openMemory(browser, owner);
  await fillMemory(memory);
  for (const scene of SCENES.filter(({ name }) => (options.only ?? name) === name)) {
    const tab = await scene.open({ browser, site, memory });
    const page = tab.page as unknown as Page; // Chromium's driver hands in Playwright's own page
    await page.setViewportSize({ width: scene.width, height: scene.height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const name = `${scene.store ? 'store-' : ''}${scene.name}-${language}-${colorScheme}.png`;
      await tab.screenshot(join(folder, name));
      console.log(name);
    }
    await tab.close();
  }
  await browser.close();
  await site.close();
}
