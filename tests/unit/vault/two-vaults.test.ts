import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine, makeRecord } from './platform.ts';
import { refuseForNow } from './refuse-for-now.ts';

const PASSPHRASE = 'quatre mots au hasard';
const NEXT = 'chapeau de paille';
const locked = { code: 'vault-locked' };

let machine: ReturnType<typeof makeMachine>;
/** The worker that started over in the mirror, while the database was refused. */
let inMirror: Vault;
let allow: () => void;
let inDatabase: [string, unknown][];

beforeEach(async () => {
  makeDerivingCheap();
  machine = makeMachine();
  const vault = machine.open();
  await vault.create(PASSPHRASE);
  await put(vault, 'Old ?');
  inDatabase = await machine.dump();
  allow = refuseForNow(machine);
  inMirror = machine.open();
  await inMirror.startOver(NEXT);
  await put(inMirror, 'New ?');
  return () => vi.restoreAllMocks();
});

const put = (into: Vault, question: string) =>
  into.change(async () => ({ put: [makeRecord(question, ['x'])] }));
const questionsOf = async (of: Vault) => (await of.list()).records.map(({ record }) => record.question);

describe('a vault that was there before another was made in the mirror', () => {
  it('is neither read nor written with the other’s key by the next worker', async () => {
    allow();
    const worker = machine.open();
    await expect(put(worker, 'Wrong ?')).rejects.toMatchObject(locked);
    expect(await worker.state()).toBe('locked');
    await expect(worker.list()).rejects.toMatchObject(locked);
    expect(await machine.dump()).toEqual(inDatabase);
    await worker.unlock(PASSPHRASE);
    expect(await questionsOf(machine.open())).toEqual(['Old ?']);
  });

  it('is neither read nor written with it by the worker that made the other, in whatever the database comes back', async () => {
    const change = inMirror.change(async () => {
      allow();
      return { put: [makeRecord('Wrong ?', ['x'])] };
    });
    await expect(change).rejects.toMatchObject(locked);
    expect(await inMirror.state()).toBe('locked');
    expect(await machine.dump()).toEqual(inDatabase);
    await inMirror.unlock(PASSPHRASE);
    expect(await questionsOf(inMirror)).toEqual(['Old ?']);
  });

  it('is not given the other’s passphrase', async () => {
    const importKey = crypto.subtle.importKey.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...all) => {
      allow(); // once the header was read
      return importKey(...all);
    });
    await expect(inMirror.changePassphrase(NEXT, 'encore une autre')).rejects.toMatchObject(locked);
    expect(await machine.dump()).toEqual(inDatabase);
  });

  it('gives its key no more to the other', async () => {
    allow();
    await machine.open().unlock(PASSPHRASE);
    const refuseAgain = refuseForNow(machine);
    const worker = machine.open();
    expect(await worker.state()).toBe('locked');
    await worker.unlock(NEXT);
    expect(await questionsOf(worker)).toEqual(['New ?']);
    refuseAgain();
    expect(await machine.open().state()).toBe('locked');
  });
});
