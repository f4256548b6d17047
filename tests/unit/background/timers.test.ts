import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTimers } from '../../../lib/background/timers.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from '../vault/deriving.ts';
import { makeMachine } from '../vault/platform.ts';

const alarms = vi.hoisted(() => ({ create: vi.fn(async () => {}), clear: vi.fn(async () => true) }));
vi.mock('wxt/browser', () => ({ browser: { alarms } }));

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;
const tellPages = vi.fn();

beforeEach(async () => {
  makeDerivingCheap();
  vi.clearAllMocks();
  machine = makeMachine();
  vault = machine.open();
  await vault.create('trois petits chats gris');
});

afterEach(() => vi.restoreAllMocks());

const ring = () => makeTimers(machine.open(), { sweep: async () => {} }, tellPages).ring('watch-lock');

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
