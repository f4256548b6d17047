import { expect, test } from 'vitest';
import { overallStanding } from '../../../components/overall-standing.ts';

test.each([
  [['declared', 'confirmed', 'refused'], 'confirmed'],
  [['declared', 'refused'], 'declared'],
  [['unverified'], 'unverified'],
  [['declared', 'declared'], 'unverified'],
  [['refused'], 'refused'],
] as const)('%j counts as %s', (standings, overall) => {
  expect(overallStanding({ standings, never: false })).toBe(overall);
});

test('a question that its owner wants nothing remembered of is said to be one, until it has an answer', () => {
  expect(overallStanding({ standings: [], never: true })).toBe('never');
  expect(overallStanding({ standings: ['declared'], never: true })).toBe('declared');
});
