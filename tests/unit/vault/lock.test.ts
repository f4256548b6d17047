import { set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSessionKey } from '../../../lib/vault/session-key.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine, makeRecord } from './platform.ts';

const PASSPHRASE = 'correct horse battery';
const MINUTE = 60_000;
/** Uses are written down this far apart at least. */
const STEP = 10_000;
const locked = { code: 'vault-locked' };

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  makeDerivingCheap();
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
  await vault.change(async () => ({ put: [makeRecord('Ville ?', ['PARIS'])] }), { undoable: true });
  await vault.setPassphrase(PASSPHRASE);
});

afterEach(() => vi.restoreAllMocks());

const isOpen = async (worker = machine.open()) => (await worker.state()) === 'open';

describe('a locked vault', () => {
  it('gives nothing and takes nothing, in the worker that had it open and in the next', async () => {
    await vault.list();
    await vault.lock();
    const before = await machine.dump();
    for (const worker of [vault, machine.open()]) {
      expect(await worker.state()).toBe('locked');
      const uses = [
        () => worker.list(),
        () => worker.lookUp([null], 'Ville ?'),
        () => worker.read('q:a:b'),
        () => worker.change(async () => ({ put: [makeRecord('Autre ?', ['x'])] })),
        () => worker.undo(),
        () => worker.journal(),
        () => worker.purgeJournal(null),
        () => worker.listPart(null),
        () => worker.note({ at: 1, kind: 'undo', account: null, question: null, detail: '' }),
        () => worker.setPassphrase('another passphrase'),
      ];
      for (const use of uses) await expect(use()).rejects.toMatchObject(locked);
    }
    expect(await machine.dump()).toEqual(before);
  });

  it('takes changes back again once it is open, and is not made a second time', async () => {
    await vault.lock();
    await vault.create();
    expect(await vault.method()).toBe('passphrase');
    await vault.unlock(PASSPHRASE);
    expect(await vault.undo()).toBe(1);
  });

  it('stays locked when an unlocking was under way', async () => {
    await vault.lock();
    await Promise.all([vault.unlock(PASSPHRASE), vault.lock()]);
    expect([await isOpen(vault), machine.session.items.size]).toEqual([false, 0]);
  });

  it('stays locked when a use was under way', async () => {
    machine.time += STEP;
    await Promise.allSettled([vault.list(), vault.lock(), vault.list()]);
    expect([await isOpen(vault), machine.session.items.size]).toEqual([false, 0]);
  });

  it('locks even where its header cannot be read', async () => {
    await set('header', 'gone', machine.store());
    await vault.lock();
    expect(machine.session.items.size).toBe(0);
  });
});

describe('the deadline', () => {
  it.each([1, 5, 15, 30, 60])(
    'of %i minutes is kept to the millisecond, by the same worker and the next',
    async (minutes) => {
      machine.minutes = minutes;
      await vault.unlock(PASSPHRASE);
      const since = machine.time;
      machine.time = since + minutes * MINUTE;
      expect([await isOpen(vault), await isOpen()]).toEqual([true, true]);
      machine.time += 1;
      await expect(vault.list()).rejects.toMatchObject(locked);
      expect([await isOpen(vault), await isOpen(), machine.session.items.size]).toEqual([false, false, 0]);
      machine.time = since;
      expect(await isOpen()).toBe(false);
    },
  );

  it('is 15 minutes where the owner’s own cannot be read, which keeps nobody from unlocking', async () => {
    await vault.lock();
    vi.spyOn(machine, 'minutes', 'get').mockImplementation(() => {
      throw new Error('An unexpected error occurred');
    });
    await vault.unlock(PASSPHRASE);
    machine.time += 15 * MINUTE;
    expect(await isOpen()).toBe(true);
    machine.time += 1;
    expect(await isOpen()).toBe(false);
  });

  it('leaves no derived key in memory once its passing was seen', async () => {
    await vault.list();
    machine.time += 15 * MINUTE + 1;
    expect(await isOpen(vault)).toBe(false);
    await vault.unlock(PASSPHRASE);
    const derive = vi.spyOn(crypto.subtle, 'deriveKey');
    derive.mockClear();
    await vault.list();
    expect(derive).toHaveBeenCalled();
    derive.mockClear();
    await vault.list();
    expect(derive).not.toHaveBeenCalled();
  });

  it('is put off by use, not by asking for the state', async () => {
    machine.time += 14 * MINUTE;
    await vault.list();
    machine.time += 14 * MINUTE;
    expect(await isOpen()).toBe(true);
    machine.time += 2 * MINUTE;
    expect(await isOpen()).toBe(false);
  });

  it('is written down every ten seconds at most', async () => {
    const write = vi.spyOn(machine.session, 'set');
    for (let second = 0; second < 60; second += 1) {
      await vault.lookUp([null], 'Ville ?');
      machine.time += 1_000;
    }
    expect(write).toHaveBeenCalledTimes(5);
  });

  it('is the browser’s exit where there are no minutes', async () => {
    machine.minutes = null;
    await vault.unlock(PASSPHRASE);
    machine.time += 365 * 24 * 60 * MINUTE;
    expect(await isOpen(vault)).toBe(true);
    machine.exit();
    expect([await isOpen(vault), await isOpen()]).toEqual([false, false]);
  });

  it('has passed when the clock was moved back', async () => {
    machine.minutes = null;
    await vault.unlock(PASSPHRASE);
    machine.time -= 1;
    await expect(vault.list()).rejects.toMatchObject(locked);
    machine.time += 1;
    expect([await isOpen(vault), await isOpen()]).toEqual([false, false]);
  });

  it('follows the owner’s choice of another delay, and opens nothing', async () => {
    machine.minutes = 1;
    await vault.renewDeadline();
    machine.time += MINUTE + 1;
    await vault.renewDeadline();
    expect(await isOpen()).toBe(false);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])('is never %d minutes', async (minutes) => {
    await vault.lock();
    machine.minutes = minutes;
    await expect(vault.unlock(PASSPHRASE)).rejects.toThrow();
    expect([await isOpen(), machine.session.items.size]).toEqual([false, 0]);
  });

  it('is neither early nor late over 1,000 workers killed at random times', async () => {
    const random = makeRandom(20261123);
    let opened = 0;
    let closed = 0;
    let [lastUse, noted] = [machine.time, machine.time];
    for (let worker = 0; worker < 1_000; worker += 1) {
      // Mostly short waits, some around the deadline of 15 minutes, some far past it.
      const wait = random() < 0.7 ? random() * MINUTE : 15 * MINUTE + (random() - 0.5) * MINUTE;
      machine.time += Math.floor(wait);
      const isDue = machine.time > noted + 15 * MINUTE;
      const wasOpen = await machine
        .open()
        .list()
        .then(
          () => true,
          () => false,
        );
      expect(wasOpen).toBe(!isDue);
      if (machine.time - lastUse > 15 * MINUTE) expect(wasOpen).toBe(false);
      if (machine.time - lastUse <= 15 * MINUTE - STEP) expect(wasOpen).toBe(true);
      if (wasOpen) {
        opened += 1;
        lastUse = machine.time;
        if (machine.time - noted >= STEP) noted = machine.time;
      } else {
        closed += 1;
        await machine.open().unlock(PASSPHRASE);
        [lastUse, noted] = [machine.time, machine.time];
      }
    }
    expect(opened).toBeGreaterThan(500);
    expect(closed).toBeGreaterThan(100);
  });
});

describe('what the session holds', () => {
  const sound = () => JSON.parse(machine.session.items.get('vault-key') ?? '');

  it.each([
    ['a key cut short', { key: 'AAAA' }],
    ['a key that is not base64', { key: `${'é'.repeat(43)}=` }],
    ['a key as bytes, as the area would keep them', { key: {} }],
    ['no last use', { usedAt: null }],
    ['no delay', { minutes: undefined }],
    ['a delay in text', { minutes: '15' }],
    ['more than it should', { more: 1 }],
  ])('locks and goes when it is %s', async (_, change) => {
    await machine.session.set({ 'vault-key': { ...sound(), ...change } });
    await expect(vault.list()).rejects.toMatchObject(locked);
    expect(machine.session.items.size).toBe(0);
  });

  it.each([null, 'text', 1, [], {}])('locks when it is %j', async (value) => {
    await machine.session.set({ 'vault-key': value });
    expect(await isOpen(vault)).toBe(false);
  });

  it('is dropped for good by a drop that comes between a use’s reading and its writing', async () => {
    const slow = { ...machine.session };
    const key = makeSessionKey(slow, navigator.locks, () => machine.time);
    machine.time += STEP;
    let dropping: Promise<void> | undefined;
    slow.get = async (name) => {
      const read = await machine.session.get(name);
      dropping ??= key.drop();
      return read;
    };
    expect(await key.take()).toHaveLength(32);
    await dropping;
    expect(machine.session.items.size).toBe(0);
  });
});

/** Numbers from 0 to 1, the same each time for a seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
