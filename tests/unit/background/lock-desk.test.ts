import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDerivingCheap } from '../vault/deriving.ts';
import { fillDisk } from '../vault/fail-put.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';
import { startOwner } from './given-owner-desk.ts';

const PASSPHRASE = 'trois petits chats gris';
const CITY = 'Ville ?';

let machine: ReturnType<typeof makeMachine>;
let owner: ReturnType<typeof startOwner>;

beforeEach(async () => {
  makeDerivingCheap();
  machine = makeMachine();
  owner = startOwner(machine);
  await owner.vault.create();
  await owner.vault.change(async () => ({ put: [makeRecord(CITY, ['PARIS'], 'marie')] }));
});

afterEach(() => vi.restoreAllMocks());

const kinds = async () => (await owner.vault.journal()).map(({ kind }) => kind);

describe('a full disk', () => {
  it('keeps nobody from locking', async () => {
    await owner.vault.setPassphrase(PASSPHRASE);
    fillDisk();
    expect(await owner.ask('lock', {})).toMatchObject({ vault: 'locked' });
    expect([await machine.open().state(), machine.session.items.size]).toEqual(['locked', 0]);
    expect(owner.told).toEqual([false]);
  });

  it('keeps nobody from unlocking, and what waits goes on waiting', async () => {
    await owner.vault.setPassphrase(PASSPHRASE);
    await owner.vault.lock();
    const accepted = { kind: 'accepted', account: 'marie', question: 'Mois ?', proposition: 'mai' } as const;
    await owner.waiting.add({ ...accepted, at: 1 });
    fillDisk();
    expect(await owner.ask('unlock', { passphrase: PASSPHRASE })).toMatchObject({
      vault: 'open',
      waiting: 1,
    });
    expect(owner.told).toEqual([true]);
    vi.restoreAllMocks();
    await owner.ask('lock', {});
    makeDerivingCheap();
    expect(await owner.ask('unlock', { passphrase: PASSPHRASE })).toMatchObject({
      vault: 'open',
      waiting: 0,
    });
    expect((await owner.vault.lookUp(['marie'], 'Mois ?')).exact).toHaveLength(1);
  });

  it('keeps nobody from taking their answers out', async () => {
    fillDisk();
    expect(await owner.ask('export', { account: null, passphrase: null })).toMatchObject([
      { question: CITY, answers: ['PARIS'] },
    ]);
  });
});

/** The journal alone cannot be written: what its owner did is done, and nothing else is said of it. */
describe('a journal that cannot be written', () => {
  beforeEach(() => {
    vi.spyOn(owner.vault, 'note').mockRejectedValue(new Error('full'));
  });

  it('fails no undo', async () => {
    await owner.ask('delete', { ids: null });
    expect(await owner.ask('undo', { by: Date.now() })).toEqual({ restored: 1 });
  });

  it('fails no change of the passphrase', async () => {
    expect(await owner.ask('setPassphrase', { passphrase: PASSPHRASE })).toMatchObject({
      method: 'passphrase',
    });
    const next = 'chapeau de paille';
    expect(await owner.ask('changePassphrase', { current: PASSPHRASE, next })).toMatchObject({
      vault: 'open',
    });
    expect(await owner.ask('removePassphrase', { current: next })).toMatchObject({ method: 'device' });
    expect(owner.told).toEqual([true, true]);
  });
});

it('a vault that is made with a passphrase is watched from then on', async () => {
  const fresh = startOwner(makeMachine());
  await fresh.ask('consent', { passphrase: PASSPHRASE });
  expect(fresh.told).toEqual([true]);
  await fresh.ask('startOver', { passphrase: PASSPHRASE });
  expect(fresh.told).toEqual([true, true]);
});

describe('locking', () => {
  it('drops the key at once while a long change is under way, and both are in the journal', async () => {
    await owner.vault.setPassphrase(PASSPHRASE);
    await owner.vault.list();
    let finish = () => {};
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const importing = owner.vault.change(async () => {
      await isFinished;
      return { put: [makeRecord('Mois ?', ['mai'])] };
    });
    expect(await owner.ask('lock', {})).toMatchObject({ vault: 'locked' });
    expect([owner.told, machine.session.items.size]).toEqual([[false], 0]);
    finish();
    await importing;
    await owner.ask('unlock', { passphrase: PASSPHRASE });
    expect((await owner.vault.list()).records).toHaveLength(2);
    expect((await kinds()).sort()).toEqual(['lock', 'unlock']);
  });

  it('is in the journal once, and never where there was nothing to lock', async () => {
    await owner.ask('lock', {});
    expect(await kinds()).toEqual([]);
    await owner.ask('setPassphrase', { passphrase: PASSPHRASE });
    await owner.ask('lock', {});
    await owner.ask('lock', {});
    machine.time += 1;
    await owner.ask('unlock', { passphrase: PASSPHRASE });
    expect((await kinds()).sort()).toEqual(['lock', 'passphrase', 'unlock']);
  });
});
