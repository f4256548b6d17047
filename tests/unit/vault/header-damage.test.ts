import { get, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseHeader } from '../../../lib/vault/header.ts';
import { MIRROR_VALUES } from '../../../lib/vault/mirror.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine, makeRecord } from './platform.ts';

const PASSPHRASE = 'quatre mots au hasard';
const NEXT = 'chapeau de paille';
const CITY = 'Ville ?';
const wrong = { code: 'wrong-passphrase' };

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;
let deriving: ReturnType<typeof makeDerivingCheap>;

beforeEach(() => {
  deriving = makeDerivingCheap();
  machine = makeMachine();
  vault = machine.open();
});

afterEach(() => vi.restoreAllMocks());

const remember = () => vault.change(async () => ({ put: [makeRecord(CITY, ['PARIS'])] }));
const damage = (header: unknown) => set('header', header, machine.store());
/** The vault as the browser finds it that was started anew. */
const restart = () => {
  machine.exit();
  return machine.open();
};
const questions = async (of: Vault) => (await of.list()).records.map(({ record }) => record.question);

/** One bit of the wrap is another: still a header, and nothing opens it. */
async function flipBit() {
  const header = parseHeader(await get('header', machine.store()));
  const [method] = header?.methods ?? [];
  if (method) method.wrapped.ciphertext[0] = (method.wrapped.ciphertext[0] ?? 0) ^ 1;
  await damage(header);
}

/** Changes the passphrase while nothing can be copied to the mirror, which goes on holding the old wrap. */
async function changeWithoutCopy() {
  const copying = vi.spyOn(machine.local, 'set').mockRejectedValue(new Error('full'));
  await vault.changePassphrase(PASSPHRASE, NEXT);
  copying.mockRestore();
}

describe('a header that is none any more', () => {
  it.each(['gone', { v: 1, methods: [] }, { v: 1, methods: 'damaged' }])(
    'is taken from the mirror: %j',
    async (header) => {
      await vault.create(PASSPHRASE);
      await remember();
      const before = await machine.dump();
      await damage(header);
      const later = restart();
      expect(await later.state()).toBe('locked');
      expect(await machine.dump()).toEqual(before);
      await later.unlock(PASSPHRASE);
      expect(await questions(later)).toEqual([CITY]);
    },
  );

  it('is taken from the mirror for a vault that this device opens too', async () => {
    await vault.create();
    await remember();
    await damage('gone');
    expect(await questions(restart())).toEqual([CITY]);
  });

  it('is left, and told as the vault’s, where the mirror is of before the last change', async () => {
    await vault.create(PASSPHRASE);
    await remember();
    await changeWithoutCopy();
    await damage('gone');
    const before = await machine.dump();
    expect(await restart().state()).toEqual({ problem: 'vault-damaged' });
    expect(await machine.dump()).toEqual(before);
  });

  it('is left where it may be a later version’s', async () => {
    await vault.create(PASSPHRASE);
    await damage({ v: 2, methods: 'other' });
    expect(await restart().state()).toEqual({ problem: 'vault-newer' });
    expect(await get('header', machine.store())).toEqual({ v: 2, methods: 'other' });
  });
});

describe('a wrap of which a bit is another', () => {
  beforeEach(async () => {
    await vault.create(PASSPHRASE);
    await remember();
  });

  it('is mended by the right passphrase, and by no other', async () => {
    const header = await get('header', machine.store());
    await flipBit();
    const later = restart();
    await expect(later.unlock(NEXT)).rejects.toMatchObject(wrong);
    expect(await get('header', machine.store())).not.toEqual(header);
    await later.unlock(PASSPHRASE);
    expect(await questions(later)).toEqual([CITY]);
    expect(await get('header', machine.store())).toEqual(header);
  });

  it('is mended so after an answer was remembered while it was damaged', async () => {
    await flipBit();
    await vault.change(async () => ({ put: [makeRecord('Mois ?', ['mai'])] }));
    const later = restart();
    await later.unlock(PASSPHRASE);
    expect((await questions(later)).sort()).toEqual(['Mois ?', CITY]);
  });

  it('stands in nobody’s way who changes or removes the passphrase', async () => {
    await flipBit();
    await restart().changePassphrase(PASSPHRASE, NEXT);
    await flipBit();
    const later = restart();
    await expect(later.unlock(PASSPHRASE)).rejects.toMatchObject(wrong);
    await later.removePassphrase(NEXT);
    expect(await questions(restart())).toEqual([CITY]);
  });

  it('gives no passphrase back that was changed', async () => {
    await changeWithoutCopy();
    await flipBit();
    const later = restart();
    // The next start would copy what is damaged.
    vi.spyOn(machine.local, 'set').mockRejectedValue(new Error('full'));
    await expect(later.unlock(PASSPHRASE)).rejects.toMatchObject(wrong);
    await expect(later.unlock(NEXT)).rejects.toMatchObject(wrong);
  });

  it('is not what a wrong passphrase meets where only the copy was damaged', async () => {
    const values = machine.local.items.get(MIRROR_VALUES) ?? '';
    machine.local.items.set(MIRROR_VALUES, values.replace('"passphrase"', '"other"'));
    await expect(restart().unlock(NEXT)).rejects.toMatchObject(wrong);
    machine.local.items.clear();
    await expect(restart().unlock(NEXT)).rejects.toMatchObject(wrong);
  });

  it('costs a wrong passphrase nothing where there is none', async () => {
    const later = restart();
    deriving.mockClear();
    await expect(later.unlock(NEXT)).rejects.toMatchObject(wrong);
    expect(deriving).toHaveBeenCalledTimes(1);
  });
});

describe('a copy of the header that was damaged', () => {
  const loseDatabase = () =>
    new Promise((resolve) => {
      machine.indexedDB.deleteDatabase('memo-qcm').onsuccess = resolve;
    });
  const inCopy = (change: (text: string) => string) => {
    const values = machine.local.items.get(MIRROR_VALUES) ?? '';
    machine.local.items.set(MIRROR_VALUES, change(values));
    expect(machine.local.items.get(MIRROR_VALUES)).not.toBe(values);
  };

  beforeEach(async () => {
    await vault.create(PASSPHRASE);
    await remember();
  });

  it('is mended by the right passphrase, though a bit of its wrap is another, and by no other', async () => {
    const sound = await get('header', machine.store());
    inCopy((text) =>
      text.replace(
        /("ciphertext":{"bytes":")(.)/,
        (_, before, first) => before + (first === 'A' ? 'B' : 'A'),
      ),
    );
    await expect(restart().unlock(NEXT)).rejects.toMatchObject(wrong);
    await restart().unlock(PASSPHRASE);
    expect(await get('header', machine.store())).toEqual(sound);
    await loseDatabase();
    const later = restart();
    await later.unlock(PASSPHRASE);
    expect(await questions(later)).toEqual([CITY]);
  });

  it('is mended by the next change, where it is none any more', async () => {
    inCopy((text) => text.replace('"passphrase"', '"other"'));
    await remember();
    await loseDatabase();
    const later = restart();
    await later.unlock(PASSPHRASE);
    expect(await questions(later)).toEqual([CITY]);
  });
});

describe('this device’s wrap of which a bit is another', () => {
  beforeEach(async () => {
    await vault.create();
    await remember();
    await flipBit();
  });

  it('is opened by its copy, also after a change that was made meanwhile', async () => {
    await vault.change(async () => ({ put: [makeRecord('Mois ?', ['mai'])] }));
    expect((await questions(restart())).sort()).toEqual(['Mois ?', CITY]);
  });

  it('is told as the vault’s where there is no sound copy', async () => {
    const copy = machine.local.items.get(MIRROR_VALUES) ?? '';
    machine.local.items.set(MIRROR_VALUES, copy.replace('"device"', '"other"'));
    expect(await restart().state()).toEqual({ problem: 'vault-damaged' });
    machine.local.items.clear();
    expect(await restart().state()).toEqual({ problem: 'vault-damaged' });
  });
});
