import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../lib/vault/store.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { failPut } from './fail-put.ts';
import { makeMachine, makeRecord } from './platform.ts';

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
  await vault.change(async () => ({ put: [makeRecord('Déjà là ?', ['oui'])] }));
});
afterEach(() => vi.restoreAllMocks());

const three = () =>
  vault.change(
    async () => ({
      put: [makeRecord('Déjà là ?', ['non']), makeRecord('Un ?', ['1']), makeRecord('Deux ?', ['2'])],
      journal: { at: 1, kind: 'edit', account: null, question: null, detail: 'changed' },
    }),
    { undoable: true },
  );

describe('a change that the disk has no room for', () => {
  it.each([1, 2, 3, 4, 5, 6])('at put %i leaves everything as it was, and says so', async (number) => {
    const before = await machine.dump();
    failPut(number, () => {
      throw new DOMException('The current transaction exceeded its quota limitations.', 'QuotaExceededError');
    });
    await expect(three()).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    expect(await machine.dump()).toEqual(before);
    expect(await machine.open().state()).toBe('open');
    await expect(three()).resolves.toHaveLength(3);
  });
});

describe('a transaction', () => {
  it.each([1, 2, 3, 4, 5])(
    'that ends in the middle, at put %i, leaves everything as it was',
    async (number) => {
      const before = await machine.dump();
      failPut(number, ({ transaction }) => transaction.abort());
      await expect(three()).rejects.toBeDefined();
      vi.restoreAllMocks();
      expect(await machine.dump()).toEqual(before);
    },
  );
});

describe('the store', () => {
  it('waits two seconds for a database that does not open, and closes it when it comes too late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const opening: { result?: unknown; onsuccess?: () => void } = {};
      const close = vi.fn();
      const hanging = Object.create(machine.indexedDB, { open: { value: () => opening } });
      const use = openStore(hanging)('readonly', () => 0);
      const refused = expect(use).rejects.toMatchObject({ code: 'storage-refused' });
      await vi.advanceTimersByTimeAsync(2_000);
      await refused;
      opening.result = { close };
      opening.onsuccess?.();
      await vi.advanceTimersByTimeAsync(0);
      expect(close).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['InvalidStateError', 'SecurityError', 'UnknownError'])(
    'calls an opening that fails with %s refused',
    async (name) => {
      const failing = Object.create(machine.indexedDB, {
        open: {
          value: () => {
            throw new DOMException('no', name);
          },
        },
      });
      await expect(openStore(failing)('readonly', () => 0)).rejects.toMatchObject({
        code: 'storage-refused',
      });
    },
  );

  it('asks that a change be on the disk, each time', async () => {
    const asked: unknown[] = [];
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = machine.indexedDB.open('memo-qcm');
      opening.onsuccess = () => resolve(opening.result);
    });
    const prototype: IDBDatabase = Object.getPrototypeOf(database);
    const real = prototype.transaction;
    vi.spyOn(prototype, 'transaction').mockImplementation(function transaction(this: IDBDatabase, ...args) {
      if (args[1] === 'readwrite') asked.push(args[2]?.durability);
      return real.apply(this, args);
    });
    await three();
    await vault.undo();
    await vault.note({ at: 1, kind: 'undo', account: null, question: null, detail: '3' });
    database.close();
    expect(asked).toEqual(['strict', 'strict', 'strict']);
  });
});
