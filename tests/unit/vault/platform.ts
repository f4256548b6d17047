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
    open: () =>
      openVault({
        indexedDB: machine.isRefusing ? refusingFactory() : machine.indexedDB,
        locks: navigator.locks,
        now: () => machine.time,
        session: machine.session,
        local: machine.local,
        lockAfter: async () => machine.minutes,
        cost: { floor: machine.floor, choose: async () => 600_000 },
      }),
    session: makeArea(),
    local: makeArea(),
    /** The browser refuses databases, as Firefox does that keeps no history; for workers that start from now on. */
    isRefusing: false,
    /** The browser exits: what was kept for its session is gone. */
    exit: () => machine.session.items.clear(),
    minutes: 15 as number | null,
    floor: 600_000,
    /** Everything stored, as it is, but for the stamp that is new with each change. */
    async dump(): Promise<[string, unknown][]> {
      const store = openStore(machine.indexedDB);
      const ids = (await keys<string>(store)).filter((id) => id !== 'stamp').sort();
      const values = await getMany<unknown>(ids, store);
      return ids.map((id, place) => [id, values[place]]);
    },
    store: () => openStore(machine.indexedDB),
  };
  return machine;
}

function refusingFactory(): IDBFactory {
  return Object.create(new IDBFactory(), {
    open: {
      value: () => {
        throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
      },
    },
  });
}

/** Like the areas of `browser.storage`: keeps JSON alone. */
function makeArea() {
  const items = new Map<string, string>();
  return {
    items,
    get: async (key: string): Promise<Record<string, unknown>> => {
      const text = items.get(key);
      return text === undefined ? {} : { [key]: JSON.parse(text) };
    },
    set: async (added: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(added)) items.set(key, JSON.stringify(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) items.delete(key);
    },
  };
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
