import { expect, it, vi } from 'vitest';
import { readList } from '../../../components/read-list.ts';
import { makeQuestion } from './given-vault.ts';

const old = makeQuestion('Ville ?', { addedAt: 1 });
const first = makeQuestion('Classe ?', { addedAt: 2, position: 0 });
const second = makeQuestion('Année ?', { addedAt: 2, position: 1 });

it('reads part after part, and gives all in the order in which they were added', async () => {
  const parts = {
    '': { questions: [second, old], damaged: 1, next: 'a' },
    a: { questions: [], damaged: 0, next: 'b' },
    b: { questions: [first], damaged: 2, next: null },
  };
  const ask = vi.fn(async ({ after = '' }: { after?: string }) => parts[after as keyof typeof parts]);
  const onFirst = vi.fn();
  expect(await readList(ask, onFirst)).toEqual({ questions: [old, first, second], damaged: 3 });
  expect(ask.mock.calls.map(([request]) => request)).toEqual([{}, { after: 'a' }, { after: 'b' }]);
  expect(onFirst.mock.calls).toEqual([[{ questions: [old, second], damaged: 1 }]]);
});

it('shows nothing before the whole where that comes at once', async () => {
  const onFirst = vi.fn();
  expect(await readList(async () => ({ questions: [old], damaged: 0, next: null }), onFirst)).toEqual({
    questions: [old],
    damaged: 0,
  });
  expect(onFirst).not.toHaveBeenCalled();
});

it('is none where a part cannot be had', async () => {
  const ask = vi
    .fn()
    .mockResolvedValueOnce({ questions: [old], damaged: 0, next: 'a' })
    .mockResolvedValue(null);
  expect(await readList(ask, () => {})).toBeNull();
});
