import { describe, expect, it } from 'vitest';
import { questionsToBackUp } from '../../../lib/backup/reminder.ts';

const DAY = 86_400_000;

/** So many questions whose answer is known since a day. */
const known = (count: number, day: number) =>
  Array.from({ length: count }, () => ({ standings: ['declared' as const], knownAt: day * DAY }));

describe('a reminder of an export', () => {
  it.each([
    [9, 0],
    [10, 10],
    [250, 250],
  ])('for %i answers and no export counts %i', (count, told) => {
    expect(questionsToBackUp(known(count, 1), {})).toBe(told);
  });

  it('counts what is newer than the last export alone', () => {
    const questions = [...known(30, 1), ...known(9, 3)];
    expect(questionsToBackUp(questions, { exportedAt: 2 * DAY })).toBe(0);
    expect(questionsToBackUp([...questions, ...known(1, 4)], { exportedAt: 2 * DAY })).toBe(10);
    expect(questionsToBackUp([...questions, ...known(1, 4)], { exportedAt: 4 * DAY })).toBe(0);
  });

  it('is silent, once put off, until there are ten more, and then counts all since the export', () => {
    const before = [...known(5, 1), ...known(12, 3)];
    const putOff = { exportedAt: 2 * DAY, reminderPutOffAt: 4 * DAY };
    expect(questionsToBackUp(before, putOff)).toBe(0);
    expect(questionsToBackUp([...before, ...known(9, 5)], putOff)).toBe(0);
    expect(questionsToBackUp([...before, ...known(10, 5)], putOff)).toBe(22);
    expect(questionsToBackUp([...before, ...known(10, 5)], { reminderPutOffAt: 4 * DAY })).toBe(27);
  });

  it('does not count again what was exported after it was put off', () => {
    const dates = { exportedAt: 6 * DAY, reminderPutOffAt: 4 * DAY };
    expect(questionsToBackUp(known(12, 5), dates)).toBe(0);
  });

  it.each([[['refused' as const]], [[]]])('leaves out questions whose answers are %j', (standings) => {
    const useless = Array.from({ length: 12 }, () => ({ standings, knownAt: DAY }));
    expect(questionsToBackUp(useless, {})).toBe(0);
    expect(questionsToBackUp([...useless, ...known(10, 1)], {})).toBe(10);
  });
});
