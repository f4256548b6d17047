import { set } from 'idb-keyval';
import { openStore } from '../../lib/vault/store.ts';
import { makeMachine, makeRecord } from '../unit/vault/platform.ts';
import type { Figure } from './figure.ts';

const ERRORS = ['InvalidStateError', 'SecurityError', 'UnknownError'];

/**
 * Proves that a database that does not open is told by its code and heals by itself: three openings of the store that
 * fail and a fourth that does not, then the same under a vault that goes on without a restart and has kept its records.
 */
export async function failTheStore(): Promise<Figure> {
  const counts = { injected: 0, seen: 0, healed: 0 };
  const machine = makeMachine();
  const { indexedDB } = machine;
  let failure: string | undefined;
  const open = (name: string) => {
    if (failure) throw new DOMException('refused', failure);
    return indexedDB.open(name);
  };
  const failing: IDBFactory = Object.create(indexedDB, { open: { value: open } });
  const store = openStore(failing);
  for (failure of ERRORS) {
    counts.injected += 1;
    const code = await set('a', 1, store).then(
      () => '',
      ({ code }) => code,
    );
    if (code === 'storage-refused') counts.seen += 1;
  }
  failure = undefined;
  if (await set('a', 1, store).then(() => true)) counts.healed += 1;

  const before = machine.open();
  await before.create();
  await before.change(async () => ({ put: [makeRecord('Avant ?', ['A'])] }));
  machine.indexedDB = failing as typeof indexedDB; // the same factory, but for its openings
  const vault = machine.open();
  for (failure of ERRORS) {
    counts.injected += 1;
    const state = await vault.state();
    if (typeof state === 'object' && state.problem === 'storage-refused') counts.seen += 1;
  }
  failure = undefined;
  if ((await vault.state()) === 'open' && (await vault.list()).records.length === 1) counts.healed += 1;
  return {
    check: 'openings that fail',
    where: 'node',
    counts,
    asPromised: counts.seen === counts.injected && counts.healed === 2,
  };
}
