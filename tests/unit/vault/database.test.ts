import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, makeDatabase } from '../../../lib/vault/database.ts';
import { makeMachine } from './platform.ts';

let database: Database;
const ids = Array.from({ length: 2_500 }, (_, place) => `q:${String(place).padStart(5, '0')}`);

beforeEach(async () => {
  database = makeDatabase(makeMachine().store());
  await database.write({
    put: [
      ['header', 'of no prefix'],
      ...ids.map((id) => [id, { of: id }] as const),
      ['x:1', 'aside'],
      ['x:2', 'aside'],
    ],
  });
});

describe.each([
  ['by one request', true],
  ['by two, in a browser that has no such request', false],
])('reads ids and values %s', (_, hasRecords) => {
  beforeEach((context) => {
    if (hasRecords) return;
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'getAllRecords');
    if (!own) throw new Error('nothing to take away');
    Reflect.deleteProperty(IDBObjectStore.prototype, 'getAllRecords');
    context.onTestFinished(() => void Object.defineProperty(IDBObjectStore.prototype, 'getAllRecords', own));
  });

  it('that begin alike', async () => {
    const [records, aside] = await database.ranges(['q:000', 'x:']);
    expect(records?.map(([id]) => id)).toEqual(ids.slice(0, 100));
    expect(records?.[7]).toEqual(['q:00007', { of: 'q:00007' }]);
    expect(aside).toEqual([
      ['x:1', 'aside'],
      ['x:2', 'aside'],
    ]);
  });

  it('in parts, each once and all in their order', async () => {
    const parts = await database.inParts(['q:', 'x:'], async (part) => part.map(([id]) => id));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flat()).toEqual([...ids, 'x:1', 'x:2']);
  });

  it('so many after one of them', async () => {
    const idsOf = async (...args: Parameters<Database['part']>) =>
      (await database.part(...args)).map(([id]) => id);
    expect(await idsOf('q:', null, 3)).toEqual(ids.slice(0, 3));
    expect(await idsOf('q:', 'q:00002', 2)).toEqual(ids.slice(3, 5));
    expect(await idsOf('q:', 'q:02498', 5)).toEqual(['q:02499']);
    expect(await idsOf('q:', 'q:02499', 5)).toEqual([]);
  });
});

it('rejects where the work on a part does', async () => {
  const failing = async () => {
    throw new Error('no');
  };
  await expect(database.inParts(['q:'], failing)).rejects.toThrow('no');
});
