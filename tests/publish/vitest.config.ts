import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What is tested here is the packages as `npm run zip` left them. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['tests/publish/**/*.test.ts'], testTimeout: 60_000 },
});
