import { defineConfig } from '@playwright/test';

/** One list of journeys, taken in each browser; the drivers, not Playwright's own fixtures, open the browsers. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../.output/e2e',
  globalTeardown: './e2e/tally.ts',
  timeout: 180_000,
  expect: { timeout: 30_000 }, // a bound, as the drivers' own
  // Most of a journey is waiting, also on two cores.
  workers: 3,
  // Only where something did not come in time (`secondTry` in the journeys' own fixtures).
  retries: 1,
  forbidOnly: true,
  projects: [
    { name: 'chromium', metadata: { browser: 'chromium' } },
    // axe and the accessibility tree need Playwright's own page; hostile pages are in Firefox by the matrix. Its
    // driver gives no window the focus, without which Firefox presses no button by a key before a first click.
    {
      name: 'firefox',
      metadata: { browser: 'firefox' },
      testIgnore: [
        '**/access.spec.ts',
        '**/pages.spec.ts',
        '**/keyboard.spec.ts',
        '**/pseudo-locale.spec.ts',
      ],
    },
  ],
});
