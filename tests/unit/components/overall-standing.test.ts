import { expect, test } from 'vitest';
import { overallStanding } from '../../../components/overall-standing.ts';

test.each([
  [['declared', 'confirmed', 'refused'], 'confirmed'],
  [['declared', 'refused'], 'declared'],
  [['unverified'], 'unverified'],
  [['declared', 'declared'], 'unverified'],
  [['refused'], 'refused'],
] as const)('%j counts as %s', (standings, overall) => {
  expect(overallStanding(standings)).toBe(overall);
});
