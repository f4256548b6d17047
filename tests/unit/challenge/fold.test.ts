import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/challenge/fold.ts';

describe('folding', () => {
  it.each([
    ['Quelle est votre ville de résidence ?', 'quelle est votre ville de residence\u202f?'],
    ['L’année de naissance', "L'année de naissance"],
    ['Sœur', 'SOEUR'],
    ['e\u0301cole', 'école'],
    ['ville de  r\u00e9sidence', 'ville\u00a0de r\u00e9sidence'],
  ])('makes "%s" and "%s" the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['PARIS', 'PARIS 2'],
    ['1970', '1971'],
    ['de Léa ?', 'de Léo ?'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});
