import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../lib/challenge/advice.ts';
import { maySend, NEW_LOGIN } from '../../../lib/challenge/login.ts';

const CONFIRMED: Advice = {
  kind: 'answer',
  proposition: 'PARIS',
  confirmed: true,
  candidates: [],
  refused: [],
};

describe('an answer', () => {
  it('that is confirmed may be sent without its owner in a login that they began', () => {
    expect(maySend(CONFIRMED, NEW_LOGIN, false)).toBe(true);
  });

  it.each<[string, Advice, Parameters<typeof maySend>[1], boolean]>([
    ['a second time in one login', CONFIRMED, { sent: true }, false],
    ['where nobody was seen to begin a login', CONFIRMED, null, false],
    ['after a refusal', CONFIRMED, NEW_LOGIN, true],
    ['that is not confirmed', { ...CONFIRMED, confirmed: false }, NEW_LOGIN, false],
    [
      'that is in doubt',
      { kind: 'candidates', candidates: ['PARIS'], doubt: 'several', refused: [] },
      NEW_LOGIN,
      false,
    ],
  ])('may not be sent without its owner %s', (_, advice, login, suspended) => {
    expect(maySend(advice, login, suspended)).toBe(false);
  });
});
