import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine } from './platform.ts';
import { refuseForNow } from './refuse-for-now.ts';

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  makeDerivingCheap();
  machine = makeMachine();
  vault = machine.open();
  await vault.create('quatre mots au hasard');
  return () => vi.restoreAllMocks();
});

describe('what its owner takes out of the journal while the database is refused', () => {
  const note = (of: Vault, at: number) =>
    of.note({ at, kind: 'advice', account: null, question: null, detail: '' });
  const timesIn = async (of: Vault) => (await of.journal()).map(({ at }) => at);

  it.each([
    [null, []],
    [7, [8, 7]],
  ])('goes from the database too, though the mirror never had it: before %j', async (before, left) => {
    for (const at of [5, 8]) await note(vault, at);
    const allow = refuseForNow(machine);
    const worker = machine.open();
    await note(worker, 6);
    await note(worker, 7);
    expect(await worker.purgeJournal(before)).toBe(before === null ? 2 : 1);
    await note(worker, 4);
    allow();
    expect(await timesIn(machine.open())).toEqual([...left, 4]);
  });
});
