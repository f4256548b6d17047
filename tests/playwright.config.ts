import { defineConfig } from '@playwright/test';

/** One list of journeys, taken in each browser; the drivers, not Playwright's own fixtures, open the browsers. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../.output/e2e',
  globalTeardown: './e2e/tally.ts',
  timeout: 90_000,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'chromium', metadata: { browser: 'chromium' } },
    // axe and the accessibility tree need Playwright's own page.
    { name: 'firefox', metadata: { browser: 'firefox' }, testIgnore: '**/access.spec.ts' },
  ],
});
