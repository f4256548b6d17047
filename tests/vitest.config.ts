import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  plugins: [preact()],
  resolve: { alias: { '#i18n': `${root}.wxt/i18n/index.ts` } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    sequence: { shuffle: true },
    testTimeout: 60_000,
  },
});
