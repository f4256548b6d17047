import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { get, set, setMany } from 'idb-keyval';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '../../../lib/vault/blind-index.ts';
import { utf8 } from '../../../lib/vault/bytes.ts';
import { fromJson } from '../../../lib/vault/json-bytes.ts';
import { deriveKeys } from '../../../lib/vault/keys.ts';
import { migrate } from '../../../lib/vault/migrate.ts';
import { seal } from '../../../lib/vault/seal.ts';
import { failPut } from './fail-put.ts';
import { makeMachine, makeRecord } from './platform.ts';

const FIXTURES = new URL('../../fixtures/vault/', import.meta.url);
/** The vault key of every fixture. */
const VAULT_KEY = Uint8Array.from({ length: 32 }, (_, place) => 255 - place);
const CITY = 'Quelle est votre ville de résidence ?';
const PASSPHRASE = 'quatre mots au hasard';
const newer = { code: 'vault-newer' };

afterEach(() => vi.restoreAllMocks());

/** A machine whose database holds a fixture; `{ key }` there is a key of the device, in base64. */
async function machineWith(name: string) {
  const machine = makeMachine();
  const values: [string, { key?: string }][] = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));
  const stored = values.map(async ([id, value]): Promise<[string, unknown]> => {
    if (value.key === undefined) return [id, fromJson(value)];
    const raw = Uint8Array.from(Buffer.from(value.key, 'base64'));
    return [id, await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])];
  });
  await setMany(await Promise.all(stored), machine.store());
  return machine;
}

describe.each(readdirSync(FIXTURES))('a vault as %s has it', (name) => {
  it('opens, reads, takes a change, and is as it was after an undo', async () => {
    const machine = await machineWith(name);
    const vault = machine.open();
    await vault.unlock(PASSPHRASE);
    expect((await vault.list()).records.map(({ record }) => record)).toEqual([
      makeRecord(CITY, ['PARIS'], 'marie', 'confirmed'),
      {
        ...makeRecord('Quel est votre mois de naissance ?', ['janvier', 'février'], null, 'unverified'),
        position: 1,
      },
    ]);
    expect(await vault.journal()).toEqual([
      { at: 5, kind: 'import', account: null, question: null, detail: '2' },
    ]);
    const before = await machine.dump();
    await vault.change(async () => ({ put: [makeRecord(CITY, ['LYON'], 'marie')] }), { undoable: true });
    expect((await vault.lookUp(['marie'], CITY)).exact).toEqual([makeRecord(CITY, ['LYON'], 'marie')]);
    await vault.undo();
    expect(await machine.dump()).toEqual(before);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'is whole when its first change dies at put %i',
    async (number) => {
      const machine = await machineWith(name);
      const vault = machine.open();
      await vault.unlock(PASSPHRASE);
      const before = await machine.dump();
      const put = Array.from({ length: 10 }, (_, place) => makeRecord(`Question ${place} ?`, ['x']));
      failPut(number, ({ transaction }) => transaction.abort());
      await expect(vault.change(async () => ({ put }))).rejects.toBeDefined();
      vi.restoreAllMocks();
      expect(await machine.dump()).toEqual(before);
      const later = machine.open();
      expect((await later.list()).records).toHaveLength(2);
      await later.change(async () => ({ put }));
      expect((await later.list()).records).toHaveLength(12);
    },
  );
});

describe('what a later version wrote', () => {
  async function withNewerRecord(content: Record<string, unknown>) {
    const machine = await machineWith('device-v1.json');
    const { index, records } = await deriveKeys(VAULT_KEY);
    const id = await idOf(index, { account: null, question: 'Nouvelle ?' });
    await set(id, await seal(records, 'record', id, utf8(JSON.stringify(content))), machine.store());
    return { machine, vault: machine.open(), id };
  }

  it('is read as far as it is understood, and not written over', async () => {
    const record = makeRecord('Nouvelle ?', ['x']);
    const { machine, vault, id } = await withNewerRecord({ v: 2, ...record, hint: 'later' });
    const before = await machine.dump();
    expect(await vault.read(id)).toEqual(record);
    await expect(vault.change(async () => ({ put: [record] }))).rejects.toMatchObject(newer);
    await expect(vault.change(async () => ({ remove: [id] }))).rejects.toMatchObject(newer);
    expect(await machine.dump()).toEqual(before);
    await expect(vault.change(async () => ({ put: [makeRecord('Autre ?', ['y'])] }))).resolves.toHaveLength(
      1,
    );
  });

  it('is counted and kept where it is not understood', async () => {
    const { vault, id } = await withNewerRecord({ v: 2, everything: 'is different' });
    await expect(vault.read(id)).rejects.toMatchObject(newer);
    expect(await vault.list()).toMatchObject({ records: [{}, {}], damaged: [id] });
    await expect(vault.change(async () => ({ remove: [id] }))).rejects.toMatchObject(newer);
  });

  it('leaves as a raw export even where it is the header', async () => {
    const machine = await machineWith('device-v1.json');
    await set('header', { v: 2, methods: { new: 'way' } }, machine.store());
    const vault = machine.open();
    expect(await vault.state()).toEqual({ problem: 'vault-newer' });
    await expect(vault.create()).rejects.toMatchObject(newer);
    const { values } = await vault.exportRaw();
    expect(values.map(([id]) => id.slice(0, 2))).toEqual(['he', 'j:', 'q:', 'q:', 'st']);
    expect(await get('header', machine.store())).toEqual({ v: 2, methods: { new: 'way' } });
  });
});

describe('a raw export', () => {
  it('has one damaged value with the header, as it is, and never the device’s key', async () => {
    const machine = await machineWith('device-v1.json');
    const vault = machine.open();
    const id = (await vault.list()).records[0]?.id ?? '';
    const damaged = { v: 1, nonce: new Uint8Array(12), ciphertext: new Uint8Array(20) };
    await set(id, damaged, machine.store());
    const { values } = JSON.parse(JSON.stringify(await vault.exportRaw([id, 'device-key'])));
    expect(values.map(([name]: [string]) => name)).toEqual(['header', id]);
    expect(fromJson(values[1][1])).toEqual(damaged);
  });
});

describe('migrating', () => {
  const steps = [
    (old: Record<string, unknown>) => ({ ...old, second: true }),
    (old: Record<string, unknown>) => ({ ...old, third: old.second }),
  ];

  it.each([
    [{ v: 1, first: 1 }, { v: 3, first: 1, second: true, third: true }, false],
    [{ v: 2, second: 2 }, { v: 3, second: 2, third: 2 }, false],
    [{ v: 3, third: 3 }, { v: 3, third: 3 }, false],
    [{ v: 4, fourth: 4 }, { v: 4, fourth: 4 }, true],
  ])('takes %j step by step to what this code writes', (stored, value, isNewer) => {
    const before = structuredClone(stored);
    expect(migrate(stored, steps)).toEqual({ value, isNewer });
    expect(migrate(value, steps)).toEqual({ value, isNewer });
    expect(stored).toEqual(before);
  });

  it.each([null, 'text', [], {}, { v: 0 }, { v: 1.5 }, { v: '1' }])(
    'leaves %j, which has no version',
    (stored) => {
      expect(migrate(stored, steps)).toBeNull();
    },
  );
});

it('stores a record as another library reads it: HMAC-SHA-256 for its id, HKDF-SHA-256 and AES-256-GCM', async () => {
  const machine = await machineWith('device-v1.json');
  const vault = machine.open();
  const id = (await vault.list()).records[0]?.id ?? '';
  const stored = await get<{ nonce: Uint8Array; ciphertext: Uint8Array }>(id, machine.store());
  if (!stored) throw new Error('not there');
  const derive = (name: string) => Buffer.from(hkdfSync('sha256', VAULT_KEY, '', `memo-qcm/v1/${name}`, 32));
  const tag = (...parts: string[]) =>
    createHmac('sha256', derive('index')).update(JSON.stringify(parts)).digest('base64url');
  const folded = 'quelleestvotrevillederesidence?';
  expect(id).toBe(`q:${tag('folded', 'marie', folded)}:${tag('exact', 'marie', CITY)}`);
  const cipher = createDecipheriv('aes-256-gcm', derive('records'), stored.nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(['memo-qcm', 1, 'record', id])));
  cipher.setAuthTag(stored.ciphertext.slice(-16));
  const plaintext = Buffer.concat([cipher.update(stored.ciphertext.slice(0, -16)), cipher.final()]);
  expect(JSON.parse(plaintext.toString())).toEqual({
    v: 1,
    ...makeRecord(CITY, ['PARIS'], 'marie', 'confirmed'),
  });
});
