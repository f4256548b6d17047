import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTimers } from '../../../lib/background/timers.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from '../vault/deriving.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';

const alarms = vi.hoisted(() => ({
  create: vi.fn(async (_name: string, _when: { delayInMinutes?: number; periodInMinutes?: number }) => {}),
  clear: vi.fn(async () => true),
}));
vi.mock('wxt/browser', () => ({ browser: { alarms } }));

const PASSPHRASE = 'trois petits chats gris';

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;
const tellPages = vi.fn();

beforeEach(async () => {
  makeDerivingCheap();
  vi.clearAllMocks();
  machine = makeMachine();
  vault = machine.open();
  await vault.create(PASSPHRASE);
});

afterEach(() => vi.restoreAllMocks());

const sweep = vi.fn(async () => {});
const timers = () => makeTimers(machine.open(), { sweep }, tellPages);
const ring = () => timers().ring('watch-lock');

it('tells the pages that the deadline has passed, though nobody used the vault', async () => {
  machine.time += 15 * 60_000;
  await ring();
  expect(tellPages).not.toHaveBeenCalled();
  expect(alarms.clear).not.toHaveBeenCalled();
  machine.time += 1;
  await ring();
  expect(tellPages).toHaveBeenCalledOnce();
  expect(alarms.clear).toHaveBeenCalledWith('watch-lock');
});

it('watches a vault with a passphrase each minute while it is open, and no other', async () => {
  expect(await timers().watchLock()).toBe(true);
  expect(alarms.create).toHaveBeenCalledExactlyOnceWith('watch-lock', { periodInMinutes: 1 });
  expect(alarms.clear).not.toHaveBeenCalled();
  await vault.lock();
  expect(await timers().watchLock()).toBe(false);
  expect(alarms.clear).toHaveBeenCalledExactlyOnceWith('watch-lock');
  await vault.unlock(PASSPHRASE);
  await vault.removePassphrase(PASSPHRASE);
  expect(await timers().watchLock()).toBe(false);
  expect(alarms.create).toHaveBeenCalledOnce();
});

it('sweeps the drafts each time it looks at the lock', async () => {
  await ring();
  await timers().watchLock();
  expect(sweep).toHaveBeenCalledTimes(2);
});

it('deletes what takes a change back, once it is too late for that and not before', async () => {
  const isKept = async () => (await machine.dump()).some(([id]) => id === 'undo');
  await vault.change(async () => ({ put: [makeRecord('Ville ?', ['PARIS'])] }), { undoable: true });
  timers().scheduleForgetUndo();
  const [name = '', { delayInMinutes = 0 } = {}] = alarms.create.mock.lastCall ?? [];
  await timers().ring(name);
  expect(await isKept()).toBe(true);
  machine.time += delayInMinutes * 60_000;
  await timers().ring('watch-lock');
  expect(await isKept()).toBe(true);
  await timers().ring(name);
  expect(await isKept()).toBe(false);
});
