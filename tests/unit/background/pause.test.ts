import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pause } from '../../../lib/background/pause.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('lets the time pass', async () => {
  const over = vi.fn();
  void pause(50).then(over);
  await vi.advanceTimersByTimeAsync(49);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalled();
});

it('ends with its signal, also where that was aborted before', async () => {
  const ending = new AbortController();
  const pausing = pause(50, ending.signal);
  ending.abort();
  await pausing;
  await pause(50, ending.signal);
  expect(vi.getTimerCount()).toBe(0);
});
