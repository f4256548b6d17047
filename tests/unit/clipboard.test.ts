// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyForAWhile, copyToKeep } from '../../lib/clipboard.ts';

const kept = vi.hoisted(() => new Map<string, unknown>());

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) kept.set(key, value);
        },
        remove: async (key: string) => kept.delete(key),
      },
    },
  },
}));

let isInUse = true;
let clipboard = '';

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  isInUse = true;
  clipboard = 'before';
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async (text: string) => {
        if (!isInUse) throw new DOMException('Not in use', 'NotAllowedError');
        clipboard = text;
      },
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('copies an answer, and empties the clipboard after 30 seconds', async () => {
  expect(await copyForAWhile('PARIS')).toBe(true);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(clipboard).toBe('PARIS');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(clipboard).toBe('');
  expect(kept.size).toBe(0);
});

test('counts from the last copy', async () => {
  await copyForAWhile('PARIS');
  await vi.advanceTimersByTimeAsync(20_000);
  await copyForAWhile('LYON');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(clipboard).toBe('LYON');
  await vi.advanceTimersByTimeAsync(11_000);
  expect(clipboard).toBe('');
});

test('empties it once its owner is back where the page was left before', async () => {
  await copyForAWhile('PARIS');
  isInUse = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clipboard).toBe('PARIS');
  isInUse = true;
  window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(0);
  expect(clipboard).toBe('');
  expect(kept.size).toBe(0);
});

test('says that nothing was copied where the browser refuses', async () => {
  isInUse = false;
  expect(await copyForAWhile('PARIS')).toBe(false);
  expect(kept.size).toBe(0);
});

test('keeps no answer to remember when to empty it', async () => {
  await copyForAWhile('PARIS');
  expect(JSON.stringify([...kept])).not.toContain('PARIS');
  await vi.advanceTimersByTimeAsync(31_000);
});

test('leaves a text of another kind that was copied after an answer', async () => {
  await copyForAWhile('PARIS');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await copyToKeep('{"Ville ?": ["PARIS"]}')).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clipboard).toBe('{"Ville ?": ["PARIS"]}');
  expect(kept.size).toBe(0);
});

test('a text that cannot be made, for a browser that refuses at once, is no error that nobody hears', async () => {
  vi.useRealTimers();
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  expect(await copyToKeep(Promise.reject(new Error('not made')))).toBe(false);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});

test('still empties it of an answer where the browser refuses what should have followed', async () => {
  await copyForAWhile('PARIS');
  isInUse = false;
  expect(await copyToKeep('{}')).toBe(false);
  isInUse = true;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(clipboard).toBe('');
});
