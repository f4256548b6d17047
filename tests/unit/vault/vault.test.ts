import { set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../lib/vault/store.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from './platform.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const entry = (detail: string) =>
  ({ at: 5, kind: 'advice', account: 'marie', question: CITY, detail }) as const;

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
});

const put = (...records: ReturnType<typeof makeRecord>[]) =>
  vault.change(async () => ({ put: records }), { undoable: true });

describe('a vault', () => {
  it('is absent until it is made, and open after that, for every later worker', async () => {
    const fresh = makeMachine();
    expect(await fresh.open().state()).toBe('absent');
    await fresh.open().create();
    expect(await fresh.open().state()).toBe('open');
  });

  it('is made once', async () => {
    await put(makeRecord(CITY, ['PARIS']));
    await vault.create();
    expect((await machine.open().list()).records).toHaveLength(1);
  });

  it('gives back what was put, to the next worker too', async () => {
    const record = makeRecord(CITY, ['PARIS', 'LYON'], 'marie', 'unverified');
    const [id = ''] = await put(record);
    expect(await machine.open().read(id)).toEqual(record);
    expect(await machine.open().read('q:none:none')).toBeNull();
  });

  it('keeps the order in which records were added', async () => {
    const records = ['Z', 'A', 'M'].map((question, position) => ({
      ...makeRecord(question, ['x']),
      position,
    }));
    await put(...records.toReversed());
    await put({ ...makeRecord('B', ['x']), addedAt: 0 });
    expect((await vault.list()).records.map(({ record }) => record.question)).toEqual(['B', 'Z', 'A', 'M']);
  });

  it('holds no question, answer or account in clear', async () => {
    await put(makeRecord(CITY, ['PARIS'], 'marie.martin'));
    await vault.note(entry('PARIS'));
    const raw = (await machine.dump()).flatMap(([id, value]) => [id, ...texts(value)]).join('\n');
    expect(raw.length).toBeGreaterThan(200);
    for (const secret of [CITY, 'résidence', 'PARIS', 'marie.martin']) expect(raw).not.toContain(secret);
  });

  it('says that the key is lost when only the key is gone, and keeps the rest', async () => {
    await put(makeRecord(CITY, ['PARIS']));
    await set('device-key', 'nothing', machine.store());
    const before = await machine.dump();
    const later = machine.open();
    expect(await later.state()).toEqual({ problem: 'vault-key-lost' });
    await later.create();
    expect(await machine.dump()).toEqual(before);
  });

  it.each([
    [{ v: 2, methods: [] }, 'vault-newer'],
    [{ v: 1, methods: [] }, 'vault-damaged'],
    ['gone', 'vault-damaged'],
  ])('is never made over a header that it does not understand: %j', async (header, problem) => {
    machine.local.items.clear(); // or it would be mended
    await set('header', header, machine.store());
    const later = machine.open();
    expect(await later.state()).toEqual({ problem });
    await expect(later.create()).rejects.toMatchObject({ code: problem });
  });
});

describe('looking a question up', () => {
  it('finds the account’s own record and the one for all accounts, and no other account’s', async () => {
    await put(
      makeRecord(CITY, ['PARIS'], 'marie'),
      makeRecord(CITY, ['LYON'], 'paul'),
      makeRecord(CITY, ['NICE']),
    );
    const texts = async (...accounts: (string | null)[]) => {
      const { exact } = await vault.lookUp(accounts, CITY);
      return exact.flatMap(({ answers }) => answers.map(({ text }) => text)).sort();
    };
    expect(await texts('marie', null)).toEqual(['NICE', 'PARIS']);
    expect(await texts('paul', null)).toEqual(['LYON', 'NICE']);
    expect(await texts('zoe', null)).toEqual(['NICE']);
  });

  it('tells the exact question from its other spellings', async () => {
    await put(makeRecord('QUELLE EST VOTRE VILLE DE RESIDENCE\u202f?', ['PARIS'], 'marie'));
    expect(await vault.lookUp(['marie'], CITY)).toMatchObject({
      exact: [],
      otherSpellings: [{ answers: [{ text: 'PARIS' }] }],
    });
  });
});

describe('a change', () => {
  it('leaves everything as it was when its work fails', async () => {
    await put(makeRecord(CITY, ['PARIS']));
    const before = await machine.dump();
    await expect(vault.change(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await machine.dump()).toEqual(before);
  });

  it('is kept whole when three write at once', async () => {
    const writers = [vault, machine.open(), machine.open()];
    const changes = Array.from({ length: 60 }, (_, number) =>
      writers[number % 3]?.change(async ({ lookUp }) => {
        const [before] = (await lookUp([null], CITY)).exact;
        const answers = [
          ...(before?.answers ?? []),
          { text: String(number), standing: 'declared', addedAt: 1 } as const,
        ];
        return { put: [{ ...makeRecord(CITY, []), answers }] };
      }),
    );
    await Promise.all(changes);
    const [record] = (await vault.lookUp([null], CITY)).exact;
    expect(record?.answers.map(({ text }) => Number(text)).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 60 }, (_, number) => number),
    );
  });

  it('can be taken back to the very bytes within a minute, whatever it was', async () => {
    const [id = ''] = await put(makeRecord(CITY, ['PARIS']));
    const before = (await machine.dump()).filter(([key]) => key !== 'undo');
    await vault.change(async () => ({ put: [makeRecord(CITY, ['LYON']), makeRecord('Autre ?', ['x'])] }), {
      undoable: true,
    });
    machine.time += 59_000;
    expect(await machine.open().undo()).toBe(2);
    expect(await machine.dump()).toEqual(before);
    await vault.change(async () => ({ remove: [id] }), { undoable: true });
    expect((await vault.list()).records).toEqual([]);
    await vault.undo();
    expect(await machine.dump()).toEqual(before);
  });

  it.each([60_001, -1])('cannot be taken back %i ms later', async (later) => {
    await put(makeRecord(CITY, ['PARIS']));
    machine.time += later;
    await expect(vault.undo()).rejects.toMatchObject({ code: 'undo-expired' });
    await vault.forgetUndo();
    expect((await machine.dump()).map(([key]) => key)).not.toContain('undo');
    expect((await vault.list()).records).toHaveLength(1);
  });
});

describe('damage', () => {
  it('of one byte is seen each time, and costs no other record and no byte', async () => {
    const questions = Array.from({ length: 20 }, (_, number) => `Question ${number} ?`);
    const ids = await put(...questions.map((question) => makeRecord(question, ['PARIS'])));
    const sound = new Map(await machine.dump());
    const store = machine.store();
    for (let fault = 0; fault < 500; fault += 1) {
      const id = ids[fault % ids.length] ?? '';
      const stored = sound.get(id) as { nonce: Uint8Array; ciphertext: Uint8Array };
      const broken = structuredClone(stored);
      const place = (fault * 7) % (broken.nonce.length + broken.ciphertext.length);
      const part = place < broken.nonce.length ? broken.nonce : broken.ciphertext;
      const at = place < broken.nonce.length ? place : place - broken.nonce.length;
      part[at] = (part[at] ?? 0) ^ (1 << (fault % 8));
      await set(id, broken, store);
      const { records, damaged } = await vault.list();
      expect([records.length, damaged]).toEqual([ids.length - 1, [id]]);
      await set(id, stored, store);
    }
    expect((await vault.list()).records).toHaveLength(ids.length);
  });

  it('is set aside, not deleted, when a new record takes its place', async () => {
    const [id = ''] = await put(makeRecord(CITY, ['PARIS']));
    const damaged = { v: 1, nonce: new Uint8Array(12), ciphertext: new Uint8Array(40) };
    await set(id, damaged, machine.store());
    await put(makeRecord(CITY, ['LYON']));
    const aside = (await machine.dump()).filter(([key]) => key.startsWith('x:'));
    expect(aside).toEqual([[expect.stringContaining(id), damaged]]);
    expect((await vault.list()).records.map(({ record }) => record.answers[0]?.text)).toEqual(['LYON']);
  });

  it('shows when a record is moved to another id', async () => {
    const [one = '', other = ''] = await put(
      makeRecord(CITY, ['PARIS'], 'marie'),
      makeRecord(CITY, ['LYON'], 'paul'),
    );
    const stored = new Map(await machine.dump());
    await set(one, stored.get(other), machine.store());
    expect(await vault.lookUp(['marie'], CITY)).toEqual({ exact: [], otherSpellings: [], damaged: 1 });
    await expect(vault.read(one)).rejects.toMatchObject({ code: 'record-damaged' });
  });
});

describe('the store', () => {
  it('heals by itself after openings that failed', async () => {
    let failures = 3;
    const real = machine.indexedDB;
    const failing = Object.create(real, {
      open: {
        value: (name: string) => {
          failures -= 1;
          if (failures >= 0)
            throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
          return real.open(name);
        },
      },
    });
    const store = openStore(failing);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(set('a', 1, store)).rejects.toMatchObject({ code: 'storage-refused' });
    }
    await expect(set('a', 1, store)).resolves.toBeUndefined();
  });

  it('opens again after its connection was closed under it', async () => {
    await put(makeRecord(CITY, ['PARIS']));
    await new Promise((resolve) => {
      const deletion = machine.indexedDB.deleteDatabase('memo-qcm');
      deletion.onsuccess = resolve;
    });
    expect(await vault.state()).toEqual({ problem: 'vault-key-lost' });
  });
});

describe('the journal', () => {
  it('keeps the last thousand entries, the newest first', async () => {
    for (let at = 0; at < 1003; at += 1) await vault.note({ ...entry(String(at)), at });
    const entries = await machine.open().journal();
    expect(entries).toHaveLength(1000);
    expect([entries[0]?.detail, entries.at(-1)?.detail]).toEqual(['1002', '3']);
  });

  it('is rid of what is older than a time, and of all, with the questions left as they are', async () => {
    await put(makeRecord(CITY, ['PARIS']));
    const list = await vault.list();
    for (const at of [5, 50, 500]) await vault.note({ ...entry(String(at)), at });
    expect(await vault.purgeJournal(50)).toBe(1);
    expect((await vault.journal()).map(({ at }) => at)).toEqual([500, 50]);
    expect(await vault.purgeJournal(50)).toBe(0);
    expect(await vault.purgeJournal(null)).toBe(2);
    expect((await machine.dump()).filter(([id]) => id.startsWith('j:'))).toEqual([]);
    expect(await vault.list()).toEqual(list);
  });
});

/** Every text and byte of a stored value, as text. */
function texts(value: unknown): string[] {
  if (value instanceof Uint8Array)
    return [new TextDecoder('latin1').decode(value), new TextDecoder().decode(value)];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)]);
  return [String(value)];
}

describe('what was set aside', () => {
  it('is told as damaged, comes back with an undo, and goes when its owner says so', async () => {
    const [id = ''] = await put(makeRecord(CITY, ['PARIS']));
    await set(id, 'damaged', machine.store());
    const before = (await machine.dump()).filter(([key]) => key !== 'undo');
    await put(makeRecord(CITY, ['LYON']));
    const [aside = ''] = (await vault.list()).damaged;
    expect(aside).toContain(id);
    expect(await vault.undo()).toBe(1);
    expect(await machine.dump()).toEqual(before);
    await put(makeRecord(CITY, ['LYON']));
    await vault.change(async () => ({ remove: (await vault.list()).damaged }), { undoable: true });
    expect((await vault.list()).damaged).toEqual([]);
    await vault.undo();
    expect((await vault.list()).damaged).toHaveLength(1);
  });
});
