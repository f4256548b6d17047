import { describe, expect, it } from 'vitest';
import { isWithoutQuestion, MODES } from '../../matrix/cell.ts';
import { chooseCells } from '../../matrix/choose-cells.ts';

const SEEDS = [1, 2, 3, 4, 5];
const sorted = (modes: Iterable<string>) => [...new Set(modes)].sort();

describe('the cells that are played', () => {
  it.each(SEEDS)('begin with each mode, and with a question that is read from the page (seed %d)', (seed) => {
    const first = chooseCells(3, seed).slice(0, 3);
    expect(first.some(isWithoutQuestion)).toBe(false);
    expect(sorted(first.map(({ mode }) => mode))).toEqual(sorted(MODES));
    expect(first).toContainEqual(expect.objectContaining({ mode: 'select', transport: 'unseen' }));
    expect(first).toContainEqual(expect.objectContaining({ mode: 'automatic', memory: 'confirmed' }));
  });

  it('are the same for the same seed', () => {
    expect(chooseCells(20, 7)).toEqual(chooseCells(20, 7));
    expect(chooseCells(20, 7)).not.toEqual(chooseCells(20, 8));
  });
});
