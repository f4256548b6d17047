import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { makeMachine, makeRecord } from '../unit/vault/platform.ts';
import type { Figure } from './figure.ts';

const RECORDS = 10;
const FULL = 'QuotaExceededError';

/** How a browser says that the disk is full: at the write itself, or at the end, when it takes the transaction back. */
const KINDS: ((store: IDBObjectStore) => void)[] = [
  () => {
    throw new DOMException('full', FULL);
  },
  ({ transaction }) => {
    const { _abort } = transaction as IDBTransaction & { _abort(name: string): void }; // of the stand-in for IndexedDB
    _abort.call(transaction, FULL);
  },
];

/**
 * Proves that a full disk is told as `storage-full` and changes nothing: a change of many records that fails at each of
 * its writes in turn, after which all that was stored is there to the byte.
 */
export async function fillTheDisk(): Promise<Figure> {
  const counts = { injected: 0, seen: 0, changed: 0 };
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  await vault.change(async () => ({ put: [makeRecord('Avant ?', ['A'])] }), { undoable: true });
  const put = Array.from({ length: RECORDS }, (_, index) => makeRecord(`Après ${index} ?`, ['B']));
  const real = FakeObjectStore.prototype.put;
  for (const fail of KINDS) {
    const before = print(await machine.dump());
    for (let failing = 1; ; failing += 1) {
      let puts = 0;
      FakeObjectStore.prototype.put = function put(this: IDBObjectStore, ...args: Parameters<typeof real>) {
        puts += 1;
        if (puts === failing) fail(this);
        return real.apply(this, args);
      };
      const code = await vault
        .change(async () => ({ put }), { undoable: true })
        .then(
          () => 'done',
          ({ code }) => code,
        );
      FakeObjectStore.prototype.put = real;
      // Every write of the change has failed once.
      if (puts < failing) break;
      counts.injected += 1;
      if (code === 'storage-full') counts.seen += 1;
      if (print(await machine.dump()) !== before) counts.changed += 1;
    }
    await vault.undo();
  }
  return {
    check: 'a disk that is full',
    where: 'node',
    counts,
    asPromised: counts.injected > 2 * RECORDS && counts.seen === counts.injected && counts.changed === 0,
  };
}

const print = (stored: unknown) =>
  JSON.stringify(stored, (_, part) => (part instanceof Uint8Array ? [...part] : part));
