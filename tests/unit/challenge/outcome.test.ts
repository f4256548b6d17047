import { expect, test } from 'vitest';
import { isRefusal, loginOutcomeOf, outcomeOf } from '../../../lib/challenge/outcome.ts';

test.each([
  [true, 200, 'accepted'],
  [false, 200, 'unclear'],
  [false, 500, 'refused'],
  [false, 505, 'refused'],
  [false, 516, 'blocked'],
  [false, 517, 'outdated'],
  [false, 520, 'expired'],
  [false, 521, 'expired'],
  [false, 525, 'expired'],
  [false, 535, 'blocked'],
  [false, 550, 'blocked'],
  [false, 999, 'refused'],
] as const)('a reply with proof %s and code %i is %s', (accepted, code, outcome) => {
  expect(outcomeOf({ accepted, code })).toBe(outcome);
});

test('only what says no to the answer counts against it', () => {
  const all = ['accepted', 'refused', 'blocked', 'expired', 'outdated', 'unclear'] as const;
  expect(all.filter(isRefusal)).toEqual(['refused', 'blocked']);
});

test.each([
  [200, 'in'],
  [250, 'asked'],
  [505, 'failed'],
  [516, 'blocked'],
  [535, 'blocked'],
  [517, 'failed'],
  [525, 'failed'],
  [999, 'failed'],
] as const)('a login with code %i is %s', (code, outcome) => {
  expect(loginOutcomeOf(code)).toBe(outcome);
});
