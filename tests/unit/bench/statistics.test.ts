import { expect, it } from 'vitest';
import { summarise } from '../../bench/statistics.ts';

it('takes the middle of a series, or between the two in the middle', () => {
  expect(summarise([9, 1, 5]).median).toBe(5);
  expect(summarise([9, 1, 5, 6]).median).toBe(5.5);
});

it('takes as p95 the least value that 95 % of them do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(summarise(hundred)).toEqual({ count: 100, median: 50.5, p95: 95, min: 1, max: 100 });
  expect(summarise([3, 7]).p95).toBe(7);
});

it('says of no measurement that it has none', () => {
  expect(summarise([])).toEqual({
    count: 0,
    median: Number.NaN,
    p95: Number.NaN,
    min: Number.NaN,
    max: Number.NaN,
  });
});
