import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getMany, keys } from 'idb-keyval';
import type { QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';

// The vault takes the factory as an argument; the ranges that it asks by are a global of every browser.
globalThis.IDBKeyRange ??= IDBKeyRange;

/** A machine with an empty profile, whose clock stands until it is moved. */
export function makeMachine() {
  const machine = {
    indexedDB: new IDBFactory(),
    time: new Date(2026, 10, 23).getTime(),
    /** The vault as a worker that just started opens it. */
    open: () => openVault({ indexedDB: machine.indexedDB, locks: navigator.locks, now: () => machine.time }),
    /** Everything stored, as it is. */
    async dump(): Promise<[string, unknown][]> {
      const store = openStore(machine.indexedDB);
      const ids = (await keys<string>(store)).sort();
      const values = await getMany<unknown>(ids, store);
      return ids.map((id, place) => [id, values[place]]);
    },
    store: () => openStore(machine.indexedDB),
  };
  return machine;
}

/** A record with one answer for each text. */
export function makeRecord(
  question: string,
  texts: string[],
  account: string | null = null,
  standing: Standing = 'declared',
) {
  const answers = texts.map((text) => ({ text, standing, addedAt: 1 }));
  return { account, question, answers, addedAt: 1, position: 0 } satisfies QuestionRecord;
}
