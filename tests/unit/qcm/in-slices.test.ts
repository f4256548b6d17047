import { expect, test, vi } from 'vitest';
import { inSlices } from '../../../lib/in-slices.ts';
import { parseQcm, parseQcmInSteps } from '../../../lib/qcm/parse.ts';
import { repairEntries, repairEntriesInSteps } from '../../../lib/qcm/repair.ts';

const FILE = JSON.stringify(
  Object.fromEntries(Array.from({ length: 20_000 }, (_, place) => [`AnnÃ©e ${place} ?`, ['A', 'B']])),
);

test('gives in slices what it gives at one go, and lets the page have its turn', async () => {
  const shares: number[] = [];
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  const pace = { signal: new AbortController().signal, onProgress: (share: number) => shares.push(share) };
  const parsed = await inSlices(parseQcmInSteps(FILE), pace);
  const whole = parseQcm(FILE);
  expect(parsed).toEqual(whole);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(await inSlices(repairEntriesInSteps(parsed.entries), pace)).toEqual(repairEntries(parsed.entries));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});

test('lets the page have its turn between the long answers of one question', () => {
  const answers = Array.from({ length: 20 }, (_, place) => `${place} ${'Ã©'.repeat(4_900)}`);
  const steps = [...repairEntriesInSteps([{ question: 'Q ?', answers, whole: true }])];
  expect(steps.length).toBeGreaterThanOrEqual(answers.length);
});

test('ends between two slices when it is told to', async () => {
  const ending = new AbortController();
  const onProgress = vi.fn(() => ending.abort());
  await expect(inSlices(parseQcmInSteps(FILE), { signal: ending.signal, onProgress })).rejects.toBe(
    ending.signal.reason,
  );
  expect(onProgress).toHaveBeenCalledOnce();
});
