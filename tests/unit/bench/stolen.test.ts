import { expect, it } from 'vitest';
import { watchStolen } from '../../bench/stolen.ts';

const stat = (...times: number[]) => `cpu  ${times.join(' ')} 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\n`;

it('tells the part of the time that went to others since it began', () => {
  const readings = [stat(100, 0, 50, 800, 10, 0, 0, 40), stat(150, 0, 70, 900, 10, 0, 0, 70)];
  expect(watchStolen(() => readings.shift() ?? null)()).toBe(30 / 200);
});

it('says nothing where the system does not count it, or no time has passed', () => {
  expect(watchStolen(() => null)()).toBeNull();
  expect(watchStolen(() => 'cpu  1 2 3 4\n')()).toBeNull();
  expect(watchStolen(() => stat(1, 1, 1, 1, 1, 1, 1, 1))()).toBeNull();
});
