import { del, get, keys, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MIRROR_NOTE, MIRROR_VALUES } from '../../../lib/vault/mirror.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine, makeRecord } from './platform.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const PASSPHRASE = 'quatre mots au hasard';
const refused = { code: 'storage-refused' };

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(() => {
  const deriving = makeDerivingCheap();
  machine = makeMachine();
  vault = machine.open();
  return () => deriving.mockRestore();
});

const put = (into: Vault, question: string, text: string) =>
  into.change(async () => ({ put: [makeRecord(question, [text])] }), { undoable: true });
const questionsOf = async (of: Vault) =>
  (await of.list()).records.map(({ record }) => record.question).sort();
const loseDatabase = () =>
  new Promise((resolve) => {
    machine.indexedDB.deleteDatabase('memo-qcm').onsuccess = resolve;
  });
const refuse = () => {
  machine.isRefusing = true;
  return machine.open();
};
const allow = () => {
  machine.isRefusing = false;
  return machine.open();
};

describe('a database that lost its data', () => {
  it('has a passphrase vault of 500 questions restored whole, to the byte', async () => {
    await vault.create(PASSPHRASE);
    const records = Array.from({ length: 500 }, (_, number) => ({
      ...makeRecord(`Question ${number} ?`, ['PARIS', 'LYON']),
      position: number,
    }));
    await vault.change(async () => ({ put: records }));
    const before = await machine.dump();
    await loseDatabase();
    machine.exit();
    const later = machine.open();
    expect(await later.state()).toBe('locked');
    expect(await machine.dump()).toEqual(before);
    await later.unlock(PASSPHRASE);
    expect((await later.list()).records.map(({ record }) => record)).toEqual(records);
  });

  it('is restored under a worker that goes on', async () => {
    await vault.create(PASSPHRASE);
    await put(vault, CITY, 'PARIS');
    await loseDatabase();
    expect(await questionsOf(vault)).toEqual([CITY]);
  });

  it('leaves a device vault without its key, and says so until its owner starts over', async () => {
    await vault.create();
    await put(vault, CITY, 'PARIS');
    await loseDatabase();
    const later = machine.open();
    expect(await later.state()).toEqual({ problem: 'vault-key-lost' });
    await expect(later.list()).rejects.toMatchObject({ code: 'vault-key-lost' });
    await later.create();
    expect(await later.state()).toEqual({ problem: 'vault-key-lost' });
    await later.startOver();
    await put(later, 'Autre ?', 'x');
    expect(await machine.open().state()).toBe('open');
    expect(await questionsOf(machine.open())).toEqual(['Autre ?']);
  });

  it('is never taken for one that never was, though the vault was too large for a mirror', async () => {
    await vault.create(PASSPHRASE);
    const text = 'x'.repeat(9_000);
    const large = Array.from({ length: 450 }, (_, number) => makeRecord(`Question ${number} ?`, [text]));
    await vault.change(async () => ({ put: large }));
    expect(JSON.stringify([...machine.local.items]).length).toBeLessThan(1_000);
    await loseDatabase();
    expect(await machine.open().state()).toEqual({ problem: 'vault-key-lost' });
  });
});

describe('a database that is refused', () => {
  it('keeps a vault from being made in device mode, and lets one with a passphrase live in the mirror', async () => {
    const first = refuse();
    expect(await first.state()).toEqual({ problem: 'storage-refused' });
    await expect(first.create()).rejects.toMatchObject(refused);
    expect(machine.local.items.size).toBe(0);
    await first.create(PASSPHRASE);
    expect(await first.state()).toBe('open');
    await put(first, CITY, 'PARIS');
    await first.note({ at: 1, kind: 'advice', account: null, question: CITY, detail: 'answer' });
    expect(first.place()).toBe('mirror');
    machine.exit();
    const later = machine.open();
    expect(await later.state()).toBe('locked');
    await later.unlock(PASSPHRASE);
    expect(await questionsOf(later)).toEqual([CITY]);
    expect(await later.journal()).toHaveLength(1);
    await expect(later.removePassphrase(PASSPHRASE)).rejects.toMatchObject(refused);
    expect(await later.method()).toBe('passphrase');
  });

  it('takes changes back in the mirror too', async () => {
    const only = refuse();
    await only.create(PASSPHRASE);
    await put(only, CITY, 'PARIS');
    const before = machine.local.items.get(MIRROR_VALUES);
    const [id = ''] = await put(only, CITY, 'LYON');
    await only.undo();
    expect(await only.read(id)).toMatchObject({ answers: [{ text: 'PARIS' }] });
    expect(valuesOf(machine.local.items.get(MIRROR_VALUES))).toEqual(valuesOf(before));
    await put(only, 'Autre ?', 'x');
    await only.undo();
    expect(await questionsOf(only)).toEqual([CITY]);
  });

  it('is read from the mirror meanwhile, and has every change brought over once it is back', async () => {
    await vault.create(PASSPHRASE);
    const [kept = '', gone = ''] = await vault.change(async () => ({
      put: [makeRecord(CITY, ['PARIS']), makeRecord('Ancienne ?', ['x'])],
    }));
    const meanwhile = refuse();
    expect(await questionsOf(meanwhile)).toEqual(['Ancienne ?', CITY]);
    await put(meanwhile, 'Nouvelle ?', 'y');
    await meanwhile.change(async () => ({ remove: [gone] }));
    const later = allow();
    expect(await questionsOf(later)).toEqual(['Nouvelle ?', CITY]);
    expect(await later.read(kept)).toMatchObject({ question: CITY });
    expect(later.place()).toBe('database');
    expect(await keys(machine.store())).not.toContain(gone);
    expect(JSON.parse(machine.local.items.get(MIRROR_NOTE) ?? '')).toMatchObject({ ahead: [] });
  });

  it('leaves a device vault as it is until it is back', async () => {
    await vault.create();
    await put(vault, CITY, 'PARIS');
    const meanwhile = refuse();
    expect(await meanwhile.state()).toEqual({ problem: 'storage-refused' });
    expect(meanwhile.place()).toBe('database');
    await expect(meanwhile.create(PASSPHRASE)).rejects.toMatchObject(refused);
    await expect(put(meanwhile, 'Autre ?', 'x')).rejects.toMatchObject(refused);
    expect(await questionsOf(allow())).toEqual([CITY]);
  });

  it.each([
    ['a vault', false],
    ['a vault from before there were mirrors', true],
  ])('never has %s written over by another that was made while it could not be seen', async (_, isOld) => {
    await vault.create();
    await put(vault, CITY, 'PARIS');
    if (isOld) await del('stamp', machine.store());
    machine.local.items.clear();
    const meanwhile = refuse();
    await meanwhile.create(PASSPHRASE);
    await put(meanwhile, 'Autre ?', 'x');
    const later = allow();
    expect(await questionsOf(later)).toEqual([CITY]);
    await put(later, 'Encore ?', 'y');
    expect(await questionsOf(refuse())).toEqual(['Autre ?']);
  });
});

describe('the mirror', () => {
  it('never holds a device’s key, nor anything in clear', async () => {
    await vault.create();
    await put(vault, CITY, 'PARIS');
    const inDeviceMode = [...machine.local.items.values()].join();
    expect(inDeviceMode).not.toMatch(/device-key|"q:/);
    await vault.setPassphrase(PASSPHRASE);
    await put(vault, CITY, 'MARSEILLE');
    const text = [...machine.local.items.values()].join();
    expect(text).toContain('"q:');
    for (const secret of ['device-key', CITY, 'PARIS', 'MARSEILLE', PASSPHRASE])
      expect(text).not.toContain(secret);
  });

  it('never holds what takes the last change back, nor a device’s key by its id', async () => {
    const idsIn = () => JSON.parse(machine.local.items.get(MIRROR_VALUES) ?? '').map(([id]: [string]) => id);
    await vault.create();
    await put(vault, CITY, 'PARIS');
    expect(await keys(machine.store())).toEqual(expect.arrayContaining(['device-key', 'undo']));
    expect(idsIn()).toEqual(['header', 'stamp']);
    await vault.setPassphrase(PASSPHRASE);
    await put(vault, CITY, 'LYON');
    const inDatabase = await keys<string>(machine.store());
    expect(inDatabase).toContain('undo');
    expect(idsIn().sort()).toEqual(inDatabase.filter((id) => id !== 'undo').sort());
  });

  it('has the answers dropped when a vault goes back to device mode', async () => {
    await vault.create(PASSPHRASE);
    await put(vault, CITY, 'PARIS');
    await vault.removePassphrase(PASSPHRASE);
    expect([...machine.local.items.values()].join()).not.toContain('"q:');
  });

  it('is made at the next start where the worker died between transaction and copy', async () => {
    await vault.create(PASSPHRASE);
    const dying = vi.spyOn(machine.local, 'set').mockRejectedValue(new Error('the worker is gone'));
    await put(vault, CITY, 'PARIS');
    dying.mockRestore();
    await machine.open().state();
    await loseDatabase();
    expect(await questionsOf(machine.open())).toEqual([CITY]);
  });

  it('is made for a vault that had none', async () => {
    await vault.create(PASSPHRASE);
    await put(vault, CITY, 'PARIS');
    machine.local.items.clear();
    await del('stamp', machine.store());
    await machine.open().state();
    await loseDatabase();
    expect(await questionsOf(machine.open())).toEqual([CITY]);
  });

  it('keeps its sound header when the one in the database was damaged', async () => {
    await vault.create(PASSPHRASE);
    const sound = machine.local.items.get(MIRROR_VALUES);
    const stamp = await get<{ vault: string }>('stamp', machine.store());
    await set('header', { v: 1, methods: 'damaged' }, machine.store());
    await set('stamp', { ...stamp, change: 'another' }, machine.store());
    expect(await machine.open().state()).toEqual({ problem: 'vault-damaged' });
    expect(machine.local.items.get(MIRROR_VALUES)).toBe(sound);
  });

  it('costs a change nothing where it finds no room', async () => {
    await vault.create(PASSPHRASE);
    const full = vi.spyOn(machine.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await put(vault, CITY, 'PARIS');
    full.mockRestore();
    expect(await questionsOf(vault)).toEqual([CITY]);
  });

  it('says that it is full where it is the only place, and keeps what it has', async () => {
    const only = refuse();
    await only.create(PASSPHRASE);
    await put(only, CITY, 'PARIS');
    const large = Array.from({ length: 450 }, (_, number) => makeRecord(`${number} ?`, ['x'.repeat(9_000)]));
    await expect(only.change(async () => ({ put: large }))).rejects.toMatchObject({ code: 'storage-full' });
    expect(await questionsOf(only)).toEqual([CITY]);
  });

  it.each([null, 'text', 1, {}, [[1]], [['q:1']]])('is no vault when it holds %j', async (values) => {
    machine.local.items.set(MIRROR_VALUES, JSON.stringify(values));
    expect(await vault.state()).toBe('absent');
    expect(await refuse().state()).toEqual({ problem: 'storage-refused' });
  });

  it('is not read, nor written, for an entry in the journal', async () => {
    await vault.create(PASSPHRASE);
    const reading = vi.spyOn(machine.local, 'get');
    const writing = vi.spyOn(machine.local, 'set');
    await vault.note({ at: 1, kind: 'advice', account: null, question: CITY, detail: 'answer' });
    await vault.lookUp([null], CITY);
    expect([reading.mock.calls.length, writing.mock.calls.length]).toEqual([0, 0]);
  });

  it('loses what its owner deletes from the journal', async () => {
    await vault.create(PASSPHRASE);
    await vault.note({ at: 1, kind: 'advice', account: null, question: CITY, detail: 'answer' });
    await put(vault, CITY, 'PARIS');
    expect(machine.local.items.get(MIRROR_VALUES)).toContain('"j:');
    await vault.purgeJournal(null);
    expect(machine.local.items.get(MIRROR_VALUES)).not.toContain('"j:');
    expect(machine.local.items.get(MIRROR_VALUES)).toContain('"q:');
  });

  it('has a damaged value as it is, for its owner to take out', async () => {
    await vault.create(PASSPHRASE);
    const [id = ''] = await put(vault, CITY, 'PARIS');
    await set(id, { v: 1, nonce: new Uint8Array(12), ciphertext: new Uint8Array(16) }, machine.store());
    await put(vault, 'Autre ?', 'x');
    await loseDatabase();
    const { records, damaged } = await machine.open().list();
    expect([records.length, damaged]).toEqual([1, [id]]);
  });
});

function valuesOf(text: string | undefined): unknown {
  const values: [string, unknown][] = JSON.parse(text ?? '[]');
  return values.filter(([id]) => !['stamp', 'undo'].includes(id)).sort();
}
