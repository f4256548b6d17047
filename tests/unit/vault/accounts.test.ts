import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../lib/challenge/answer.ts';
import { countByAccount } from '../../../lib/challenge/count-by-account.ts';
import { mergeAnswers } from '../../../lib/challenge/merge-answers.ts';
import { deleteAccount, moveAccount } from '../../../lib/vault/accounts.ts';
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
  await vault.change(async () => ({
    put: [
      makeRecord(CITY, ['PARIS'], 'marie', 'confirmed'),
      makeRecord(MONTH, ['mai'], 'marie'),
      makeRecord(CITY, ['LYON'], 'paul', 'confirmed'),
      makeRecord(CITY, ['NICE'], null, 'confirmed'),
    ],
  }));
});

const undoable = { undoable: true };
const answersOf = async (account: string | null, question: string) =>
  (await vault.lookUp([account], question)).exact.flatMap(({ answers }) =>
    answers.map(({ text, standing }) => `${text} ${standing}`),
  );

const accounts = async () => countByAccount((await vault.list()).records.map(({ record }) => record));

describe('the accounts', () => {
  it('are told with their questions, "all accounts" first', async () => {
    expect(await accounts()).toEqual([
      { account: null, questions: 1 },
      { account: 'marie', questions: 2 },
      { account: 'paul', questions: 1 },
    ]);
  });

  it('are renamed with all that they know', async () => {
    await vault.change(moveAccount('marie', 'marie.martin'), undoable);
    expect(await answersOf('marie.martin', CITY)).toEqual(['PARIS confirmed']);
    expect(await answersOf('marie.martin', MONTH)).toEqual(['mai declared']);
    expect(await answersOf('marie', CITY)).toEqual([]);
    expect((await accounts()).map(({ account }) => account)).toEqual([null, 'marie.martin', 'paul']);
  });

  it('are merged where the other is there, and come apart again to the byte', async () => {
    const before = await machine.dump();
    await vault.change(moveAccount('marie', 'paul'), undoable);
    expect(await answersOf('paul', CITY)).toEqual(['LYON confirmed', 'PARIS confirmed']);
    expect(await answersOf('paul', MONTH)).toEqual(['mai declared']);
    expect((await vault.list()).records).toHaveLength(3);
    await vault.undo();
    expect(await machine.dump()).toEqual(before);
  });

  it('are not touched by a move to themselves or from nobody', async () => {
    const before = await machine.dump();
    await vault.change(moveAccount('marie', 'marie'));
    await vault.change(moveAccount('zoe', 'marie'));
    expect(await machine.dump()).toEqual(before);
  });

  it('are deleted alone', async () => {
    await vault.change(deleteAccount('marie'), undoable);
    expect((await accounts()).map(({ account }) => account)).toEqual([null, 'paul']);
    await vault.change(deleteAccount(null), undoable);
    expect((await accounts()).map(({ account }) => account)).toEqual(['paul']);
    await vault.undo();
    expect(await answersOf(null, CITY)).toEqual(['NICE confirmed']);
  });

  it('take what no known account confirmed as declared', async () => {
    await vault.change(moveAccount(null, 'zoe'));
    expect(await answersOf('zoe', CITY)).toEqual(['NICE declared']);
  });

  it('have answers remembered again of a question that was to have none, once one is moved there', async () => {
    await vault.change(async () => ({ put: [{ ...makeRecord(MONTH, [], 'paul'), never: true }] }));
    await vault.change(moveAccount('marie', 'paul'));
    expect((await vault.lookUp(['paul'], MONTH)).exact[0]).not.toHaveProperty('never');
  });

  it('keep the wish that nothing is remembered where nothing but a refusal is', async () => {
    await vault.change(async () => ({
      put: [
        { ...makeRecord(MONTH, [], 'marie'), never: true },
        makeRecord(MONTH, ['mai'], 'paul', 'refused'),
      ],
    }));
    await vault.change(moveAccount('marie', 'paul'));
    expect((await vault.lookUp(['paul'], MONTH)).exact).toMatchObject([
      { never: true, answers: [{ standing: 'refused' }] },
    ]);
  });

  it('keep what cannot be read under its key', async () => {
    const id = (await vault.list()).records.find(({ record }) => record.question === MONTH)?.id ?? '';
    const { set } = await import('idb-keyval');
    await set(id, 'damaged', machine.store());
    await vault.change(moveAccount('marie', 'paul'));
    await vault.change(deleteAccount('paul'));
    expect(new Map(await machine.dump()).get(id)).toBe('damaged');
    expect((await vault.list()).damaged).toEqual([id]);
  });
});

describe('the answers of two records', () => {
  const answer = (text: string, standing: Answer['standing'], at = 0): Answer => ({
    text,
    standing,
    addedAt: 1,
    ...(standing === 'confirmed' ? { confirmedAt: at } : {}),
    ...(standing === 'refused' ? { refusedAt: at } : {}),
  });

  it.each([
    ['declared', 'unverified', 'declared'],
    ['unverified', 'declared', 'declared'],
    ['confirmed', 'declared', 'confirmed'],
    ['declared', 'refused', 'refused'],
    ['refused', 'unverified', 'refused'],
  ] as const)('%s and %s make %s', (one, other, merged) => {
    expect(mergeAnswers([answer('x', one)], [answer('x', other)])).toMatchObject([{ standing: merged }]);
  });

  it('follow what EcoleDirecte said last', () => {
    const merge = (...answers: [Answer, Answer]) => mergeAnswers([answers[0]], [answers[1]])[0]?.standing;
    expect(merge(answer('x', 'confirmed', 5), answer('x', 'refused', 9))).toBe('refused');
    expect(merge(answer('x', 'confirmed', 9), answer('x', 'refused', 5))).toBe('confirmed');
    expect(merge(answer('x', 'refused', 5), answer('x', 'confirmed', 9))).toBe('confirmed');
  });

  it('stand in their order, the confirmed ones last, the latest at the end', () => {
    const known = [answer('a', 'declared'), answer('b', 'confirmed', 9)];
    const added = [answer('c', 'confirmed', 5), answer('d', 'unverified'), answer('b', 'confirmed', 1)];
    const merged = mergeAnswers(known, added);
    expect(merged.map(({ text }) => text)).toEqual(['a', 'd', 'c', 'b']);
    expect(merged.at(-1)?.confirmedAt).toBe(9);
  });
});
