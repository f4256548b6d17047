import { expect, it, vi } from 'vitest';
import { inFlight } from '../../lib/in-flight.ts';

const items = Array.from({ length: 10 }, (_, place) => place);
const later = (value: number) =>
  new Promise<number>((resolve) => setTimeout(() => resolve(value * 2), (10 - value) % 4));

it('gives what comes of each item in their order, and tells of each slice', async () => {
  const onSlice = vi.fn();
  expect(await inFlight(items, 4, later, onSlice)).toEqual(items.map((item) => item * 2));
  expect(onSlice.mock.calls).toEqual([[4], [4], [2]]);
});

it('has a few slices in flight, and not all at once', async () => {
  let flying = 0;
  let most = 0;
  const work = async (item: number) => {
    flying += 1;
    most = Math.max(most, flying);
    await later(item);
    flying -= 1;
  };
  await inFlight(items, 2, work);
  expect(most).toBeGreaterThan(2);
  expect(most).toBeLessThan(items.length);
});

it('ends where who follows it ends it', async () => {
  const work = vi.fn(later);
  const stop = () => {
    throw new Error('stop');
  };
  await expect(inFlight(items, 2, work, stop)).rejects.toThrow('stop');
  expect(work.mock.calls.length).toBeLessThan(items.length);
});

it('rejects as the work does, wherever that is', async () => {
  const failing = async (item: number) => {
    if (item === 7) throw new Error('seven');
    return item;
  };
  await expect(inFlight(items, 2, failing)).rejects.toThrow('seven');
});
