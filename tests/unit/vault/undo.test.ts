import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuestionRecord } from '../../../lib/challenge/answer.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from './platform.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const MONTH = 'Quel est votre mois de naissance ?';

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
});

afterEach(() => vi.restoreAllMocks());

const change = (...put: QuestionRecord[]) => vault.change(async () => ({ put }), { undoable: true });
/** What a login teaches is no change that can be taken back. */
const learn = (answer: string, question: string) =>
  vault.change(async () => ({ put: [makeRecord(question, [answer], null, 'confirmed')] }));

describe('a change that its owner made', () => {
  it.each([
    ['an edit', 1, () => change(makeRecord(CITY, ['LYON']))],
    ['an import', 2, () => change(makeRecord(CITY, ['LYON']), makeRecord('Métier ?', ['x']))],
    // So many are read otherwise.
    ['a large import', 1_001, () => change(...many(1_000), makeRecord(CITY, ['LYON']))],
    [
      'a deletion',
      1,
      async () => {
        const remove = await change(makeRecord(CITY, ['LYON']));
        await vault.change(async () => ({ remove }), { undoable: true });
      },
    ],
  ])(
    '%s can be taken back, but not once a login taught something of its questions',
    async (_, count, make) => {
      await make();
      expect(await machine.open().undo()).toBe(count);
      await make();
      await learn('PARIS', CITY);
      const before = await machine.dump();
      await expect(machine.open().undo()).rejects.toMatchObject({ code: 'undo-expired' });
      expect(await machine.dump()).toEqual(before);
    },
  );

  it('can be taken back after a login taught something of other questions, and that stays', async () => {
    await change(makeRecord(CITY, ['LYON']));
    await learn('mai', MONTH);
    expect(await machine.open().undo()).toBe(1);
    expect((await vault.list()).records.map(({ record }) => record.question)).toEqual([MONTH]);
  });

  it('is not taken back in place of the one that was meant, which another window made before', async () => {
    await change(makeRecord(CITY, ['LYON']));
    const meant = machine.time;
    machine.time += 1_000;
    await change(makeRecord(MONTH, ['mai']));
    const before = await machine.dump();
    await expect(vault.undo(meant)).rejects.toMatchObject({ code: 'undo-expired' });
    expect(await machine.dump()).toEqual(before);
    expect(await vault.undo(machine.time)).toBe(1);
    expect((await vault.list()).records.map(({ record }) => record.question)).toEqual([CITY]);
  });

  it('can still be taken back after a change that found nothing to do', async () => {
    const remove = await change(makeRecord(CITY, ['LYON']));
    await vault.change(async () => ({ remove }), { undoable: true });
    await vault.change(async () => ({ remove: [] }), { undoable: true });
    expect(await vault.undo()).toBe(1);
    expect((await vault.list()).records.map(({ record }) => record.question)).toEqual([CITY]);
  });

  it('costs a login no look at what would take it back', async () => {
    await change(makeRecord(CITY, ['LYON']));
    const read = vi.spyOn(FakeObjectStore.prototype, 'get');
    await learn('PARIS', CITY);
    expect(read.mock.calls.map(([id]) => id)).not.toContain('undo');
  });
});

const many = (count: number) => Array.from({ length: count }, (_, at) => makeRecord(`n${at}`, ['A']));
