import { del, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MIRROR_NOTE, MIRROR_VALUES } from '../../../lib/vault/mirror.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { failPut, fillDisk } from './fail-put.ts';
import { makeMachine, makeRecord } from './platform.ts';
import { refuseForNow } from './refuse-for-now.ts';

const PASSPHRASE = 'quatre mots au hasard';
const NEXT = 'chapeau de paille';

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  makeDerivingCheap();
  machine = makeMachine();
  vault = machine.open();
  await vault.create(PASSPHRASE);
  await put(vault, 'A ?');
  return () => vi.restoreAllMocks();
});

const put = (into: Vault, question: string, text = 'x') =>
  into.change(async () => ({ put: [makeRecord(question, [text])] }));
const questionsOf = async (of: Vault) =>
  (await of.list()).records.map(({ record }) => record.question).sort();
const answerTo = async (of: Vault, question: string) =>
  (await of.lookUp([null], question)).exact[0]?.answers[0]?.text;
const loseDatabase = () =>
  new Promise((resolve) => {
    machine.indexedDB.deleteDatabase('memo-qcm').onsuccess = resolve;
  });

describe('a change that was told as done', () => {
  it('is kept though the database came back while the mirror took it', async () => {
    const allow = refuseForNow(machine);
    const worker = machine.open();
    let write = () => {};
    const isWritten = new Promise<void>((resolve) => {
      write = resolve;
    });
    const realSet = machine.local.set;
    const writing = vi.spyOn(machine.local, 'set').mockImplementationOnce(async (items) => {
      await isWritten;
      return realSet(items);
    });
    const change = put(worker, 'B ?');
    await vi.waitFor(() => expect(writing).toHaveBeenCalled());
    allow();
    const reading = questionsOf(worker);
    await new Promise((resolve) => setTimeout(resolve, 20));
    write();
    await Promise.all([change, reading]);
    await put(worker, 'C ?');
    expect(await questionsOf(worker)).toEqual(['A ?', 'B ?', 'C ?']);
    expect(await questionsOf(machine.open())).toEqual(['A ?', 'B ?', 'C ?']);
  });

  it('is not undone by an older one that the mirror took, where the mirror cannot be written any more', async () => {
    const allow = refuseForNow(machine);
    await put(machine.open(), 'B ?', 'old');
    allow();
    const failing = vi.spyOn(machine.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await put(machine.open(), 'B ?', 'new');
    expect(await answerTo(machine.open(), 'B ?')).toEqual('new');
    failing.mockRestore();
    const later = machine.open();
    expect(await answerTo(later, 'B ?')).toEqual('new');
    await loseDatabase();
    expect(await answerTo(machine.open(), 'B ?')).toEqual('new');
  });
});

describe('a mirror that cannot be written', () => {
  const failToWrite = () =>
    vi.spyOn(machine.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));

  it('lets no passphrase in that was changed, in this worker or the next', async () => {
    const failing = failToWrite();
    await vault.changePassphrase(PASSPHRASE, NEXT);
    await put(machine.open(), 'B ?');
    failing.mockRestore();
    await loseDatabase();
    machine.exit();
    const later = machine.open();
    await expect(later.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-key-lost' });
    expect(await later.state()).toEqual({ problem: 'vault-key-lost' });
  });

  it('holds no answers any more once this device opens them', async () => {
    failToWrite();
    await vault.removePassphrase(PASSPHRASE);
    expect([...machine.local.items.values()].join()).not.toContain('"q:');
  });

  it('stays of use as it is after any other change', async () => {
    const failing = failToWrite();
    await put(vault, 'B ?');
    await machine.open().state();
    failing.mockRestore();
    await loseDatabase();
    expect(await questionsOf(machine.open())).toEqual(['A ?']);
  });
});

describe('a full disk', () => {
  const free = () => {
    vi.restoreAllMocks();
    makeDerivingCheap();
  };

  it('keeps nobody from what the mirror has yet to give to the database', async () => {
    const allow = refuseForNow(machine);
    await put(machine.open(), 'B ?');
    allow();
    machine.exit();
    fillDisk();
    const worker = machine.open();
    expect(await worker.state()).toBe('locked');
    await worker.unlock(PASSPHRASE);
    expect(await questionsOf(worker)).toEqual(['A ?', 'B ?']);
    expect((await worker.exportRaw()).values.length).toBeGreaterThan(2);
    await put(worker, 'C ?');
    free();
    expect(await questionsOf(worker)).toEqual(['A ?', 'B ?', 'C ?']);
    expect(worker.place()).toBe('database');
    expect(JSON.parse(machine.local.items.get(MIRROR_NOTE) ?? '')).toMatchObject({ ahead: [] });
  });

  it('is not the only thing that leaves it to the mirror, if the database does not take it', async () => {
    const allow = refuseForNow(machine);
    await put(machine.open(), 'B ?');
    allow();
    failPut(2, ({ transaction }) => transaction.abort());
    expect(await questionsOf(machine.open())).toEqual(['A ?', 'B ?']);
    expect(await questionsOf(machine.open())).toEqual(['A ?', 'B ?']);
  });

  it('keeps nobody from what a database lost that is still in the mirror', async () => {
    await loseDatabase();
    fillDisk();
    expect(await questionsOf(machine.open())).toEqual(['A ?']);
    free();
    expect(await questionsOf(machine.open())).toEqual(['A ?']);
  });

  it('keeps nobody from a vault that has no mirror yet', async () => {
    machine.local.items.clear();
    await del('stamp', machine.store());
    fillDisk();
    expect(await questionsOf(machine.open())).toEqual(['A ?']);
  });

  it('is told to who changes something in a database that is whole', async () => {
    fillDisk();
    await expect(put(machine.open(), 'B ?')).rejects.toMatchObject({ code: 'storage-full' });
  });
});

describe('a mirror that cannot be read', () => {
  const failToRead = () =>
    vi.spyOn(machine.local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));

  it('keeps nobody from what the database has, be it to read or to change', async () => {
    failToRead();
    machine.exit();
    const worker = machine.open();
    expect(await worker.state()).toBe('locked');
    await worker.unlock(PASSPHRASE);
    await put(worker, 'B ?');
    expect(await questionsOf(worker)).toEqual(['A ?', 'B ?']);
    expect((await worker.exportRaw()).values.length).toBeGreaterThan(2);
    await worker.startOver(NEXT);
    expect(await questionsOf(worker)).toEqual([]);
  });

  it('is never written over, as it may have something to give to the database', async () => {
    const allow = refuseForNow(machine);
    await put(machine.open(), 'B ?');
    allow();
    const failing = failToRead();
    const worker = machine.open();
    expect(await questionsOf(worker)).toEqual(['A ?']);
    await put(worker, 'C ?');
    failing.mockRestore();
    await put(worker, 'D ?');
    for (const one of [worker, machine.open()])
      expect(await questionsOf(one)).toEqual(['A ?', 'B ?', 'C ?', 'D ?']);
  });

  it('is not taken for a vault that was never made', async () => {
    await loseDatabase();
    failToRead();
    const worker = machine.open();
    expect(await worker.state()).toEqual({ problem: 'internal' });
    await expect(worker.create()).rejects.toBeDefined();
    vi.restoreAllMocks();
    expect(await questionsOf(machine.open())).toEqual(['A ?']);
  });
});

describe('what one worker left in the mirror', () => {
  it('is in the database before what another changes there', async () => {
    const second = machine.open();
    await questionsOf(second);
    const allow = refuseForNow(machine);
    const first = machine.open();
    await put(first, 'B ?', 'old');
    await put(first, 'C ?');
    allow();
    await put(second, 'B ?', 'new');
    expect(await questionsOf(machine.open())).toEqual(['A ?', 'B ?', 'C ?']);
    expect(await answerTo(machine.open(), 'B ?')).toBe('new');
  });
});

describe('a vault of which it is damaged which one it is', () => {
  const damageStamp = async (stamp: unknown) => set('stamp', stamp, machine.store());
  const damageNote = async (damaged: object) => {
    const note = JSON.parse(machine.local.items.get(MIRROR_NOTE) ?? '');
    machine.local.items.set(MIRROR_NOTE, JSON.stringify({ ...note, ...damaged }));
  };

  it.each([
    ['gone', () => damageStamp(7)],
    ['another', () => damageStamp({ vault: 'another', change: 'x' })],
    ['another in the mirror', () => damageNote({ vault: 'another' })],
    ['unreadable in the mirror', () => damageNote({ vault: 7 })],
  ])('goes on having a mirror, which no old passphrase opens: %s', async (_, damage) => {
    await damage();
    await put(vault, 'B ?');
    await vault.changePassphrase(PASSPHRASE, NEXT);
    await damage();
    await put(machine.open(), 'C ?');
    await loseDatabase();
    machine.exit();
    const later = machine.open();
    await expect(later.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await later.unlock(NEXT);
    expect(await questionsOf(later)).toEqual(['A ?', 'B ?', 'C ?']);
  });

  it('is given what the mirror took meanwhile', async () => {
    const allow = refuseForNow(machine);
    await put(machine.open(), 'B ?');
    allow();
    await damageNote({ vault: 'another' });
    expect(await questionsOf(machine.open())).toEqual(['A ?', 'B ?']);
    expect(await questionsOf(machine.open())).toEqual(['A ?', 'B ?']);
  });
});

describe('a vault that lost its header', () => {
  it('is never taken for one that was never made where the mirror’s note was damaged too', async () => {
    machine.local.items.set(MIRROR_NOTE, '5');
    await loseDatabase();
    const worker = machine.open();
    await worker.create();
    expect(await questionsOf(worker)).toEqual(['A ?']);
    await loseDatabase();
    expect(await questionsOf(machine.open())).toEqual(['A ?']);
  });

  it.each([
    ['the mirror too', () => machine.local.items.clear()],
    [
      'the mirror’s header too',
      () => {
        const values = machine.local.items.get(MIRROR_VALUES) ?? '';
        machine.local.items.set(MIRROR_VALUES, values.replace('"header"', '"other"'));
      },
    ],
  ])('is told as lost, and not made anew, where it lost %s', async (_, lose) => {
    lose();
    await del('header', machine.store());
    const before = await machine.dump();
    const worker = machine.open();
    expect(await worker.state()).toEqual({ problem: 'vault-key-lost' });
    await expect(worker.create()).rejects.toMatchObject({ code: 'vault-key-lost' });
    expect(await machine.dump()).toEqual(before);
    await worker.startOver();
    expect(await machine.open().state()).toBe('open');
  });
});
