import { describe, expect, it } from 'vitest';
import { rowOf, sayRows } from '../../bench/rows.ts';

describe('a row', () => {
  it.each([
    ['its own median', [1, 2, 9], { most: 2 }, 2, true],
    ['its own p95', [1, 2, 9], { by: 'p95', most: 2 }, 9, false],
    ['a multiple of another', [6], { against: [2, 4, 6], most: 1.4 }, 1.5, false],
    ['a fraction of another', [2], { against: [60], least: 25 }, 30, true],
  ] as const)('is judged by %s', (_, values, judging, figure, isReached) => {
    expect(rowOf('row', 'ms', values, judging)).toMatchObject({ figure, isReached });
  });

  it('is not judged as a multiple of what is not there', () => {
    const row = rowOf('row', 'ms', [5], { against: [-0.5], most: 1.5 });
    expect(row).toMatchObject({ figure: null, isReached: null });
    expect(sayRows([row]).at(-1)).toContain('not known');
  });

  it('without a target says nothing of one', () => {
    expect(
      sayRows([rowOf('row', 'ms', [5])])
        .at(-1)
        ?.trim(),
    ).toBe('row  5.00    5.00  5.00  5.00  ms');
  });
});
