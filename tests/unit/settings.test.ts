import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (changes: Record<string, unknown>, area: string) => void;

const stored: Record<string, unknown> = {};
const listeners: Listener[] = [];
const get = vi.fn(async () => ({ ...stored }));

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: { get },
      onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  },
}));

const { followSettings } = await import('../../lib/settings.ts');

beforeEach(() => {
  get.mockClear();
  delete stored.settings;
});

it('reads the settings once, and again after a change of theirs alone', async () => {
  const read = followSettings();
  expect((await read()).mode).toBe('select');
  stored.settings = { mode: 'highlight' };
  const tell = (key: string, area: string) => {
    for (const listener of listeners) listener({ [key]: {} }, area);
  };
  tell('settings', 'session');
  tell('vault-mirror', 'local');
  expect((await read()).mode).toBe('select');
  expect(get).toHaveBeenCalledTimes(1);
  tell('settings', 'local');
  expect((await Promise.all([read(), read()])).map(({ mode }) => mode)).toEqual(['highlight', 'highlight']);
  expect(get).toHaveBeenCalledTimes(2);
});

it('reads them again where that failed', async () => {
  const read = followSettings();
  stored.settings = { mode: 'highlight' };
  get.mockRejectedValueOnce(new Error('not now'));
  await expect(read()).rejects.toThrow('not now');
  expect((await read()).mode).toBe('highlight');
});
