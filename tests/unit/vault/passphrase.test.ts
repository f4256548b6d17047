import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { IDBObjectStore } from 'fake-indexeddb';
import { get, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../../lib/vault/bytes.ts';
import {
  calibrateIterations,
  unwrapWithPassphrase,
  wrapWithPassphrase,
} from '../../../lib/vault/methods/passphrase.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine, makeRecord } from './platform.ts';

const OLD = 'correct horse battery';
const NEW = 'staple correct horse';
const LEAST = 600_000;
const CITY = 'Quelle est votre ville de résidence ?';
const vaultKey = Uint8Array.from({ length: 32 }, (_, place) => place + 1);

afterEach(() => vi.restoreAllMocks());

describe('a passphrase', () => {
  it('wraps the vault key as PBKDF2-HMAC-SHA-256 and AES-256-GCM of another library undo it', async () => {
    const { salt, iterations, wrapped } = await wrapWithPassphrase(vaultKey, OLD, LEAST);
    expect([salt.length, iterations]).toEqual([16, LEAST]);
    const key = pbkdf2Sync(OLD, salt, LEAST, 32, 'sha256');
    const decipher = createDecipheriv('aes-256-gcm', key, wrapped.nonce);
    decipher.setAAD(utf8(JSON.stringify(['memo-qcm', 1, 'wrap-passphrase', 'header'])));
    decipher.setAuthTag(wrapped.ciphertext.subarray(-16));
    const opened = Buffer.concat([decipher.update(wrapped.ciphertext.subarray(0, -16)), decipher.final()]);
    expect(new Uint8Array(opened)).toEqual(vaultKey);
  });

  it('opens the wrap of a known answer', async () => {
    // Made apart, with node:crypto: PBKDF2-HMAC-SHA-256 of 600,000 iterations, then AES-256-GCM; as version 1 is stored.
    const ciphertext = Buffer.from(
      '18f619c898e8dddea9bc82a8ecba8929c30217c1d222f6f88523717bd2cb72763f317243e927d3b81a69a992058e9b6a',
      'hex',
    );
    const wrapped = {
      v: 1 as const,
      nonce: Uint8Array.from({ length: 12 }, (_, place) => place + 100),
      ciphertext: new Uint8Array(ciphertext),
    };
    const salt = Uint8Array.from({ length: 16 }, (_, place) => place);
    const method = { kind: 'passphrase' as const, salt, iterations: LEAST, wrapped };
    expect(await unwrapWithPassphrase(method, OLD)).toEqual(vaultKey);
  });

  it('opens its own wrap and no other does', async () => {
    makeDerivingCheap();
    const method = await wrapWithPassphrase(vaultKey, OLD, LEAST);
    expect(await unwrapWithPassphrase(method, OLD)).toEqual(vaultKey);
    for (const other of [NEW, '', `${OLD} `, OLD.toUpperCase()])
      await expect(unwrapWithPassphrase(method, other)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it('is the same one from a keyboard that writes accents apart', async () => {
    makeDerivingCheap();
    const method = await wrapWithPassphrase(vaultKey, 'l’été à la mer'.normalize('NFC'), LEAST);
    expect(await unwrapWithPassphrase(method, 'l’été à la mer'.normalize('NFD'))).toEqual(vaultKey);
  });

  it('has a salt of its own each time', async () => {
    makeDerivingCheap();
    const salts = await Promise.all(
      Array.from({ length: 50 }, async () => (await wrapWithPassphrase(vaultKey, OLD, LEAST)).salt),
    );
    expect(new Set(salts.map(String)).size).toBe(50);
  });

  it.each([599_999, 2_000_001, 0, -1, 1e9, 600_000.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'is never derived with %d iterations',
    async (iterations) => {
      const cheap = makeDerivingCheap();
      const method = await wrapWithPassphrase(vaultKey, OLD, LEAST);
      cheap.mockClear();
      const spies = [cheap, vi.spyOn(crypto.subtle, 'deriveBits'), vi.spyOn(crypto.subtle, 'importKey')];
      const refusal = { code: 'vault-parameters' };
      await expect(wrapWithPassphrase(vaultKey, OLD, iterations)).rejects.toMatchObject(refusal);
      await expect(unwrapWithPassphrase({ ...method, iterations }, OLD)).rejects.toMatchObject(refusal);
      const short = { ...method, salt: new Uint8Array(15) };
      await expect(unwrapWithPassphrase(short, OLD)).rejects.toMatchObject(refusal);
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    },
  );

  it.each(['', 'neuf sign', '😀😀😀😀😀😀😀😀😀', 'ééééééééé'.normalize('NFD')])(
    'of fewer than ten characters is refused: %s',
    async (weak) => {
      const derive = makeDerivingCheap();
      await expect(wrapWithPassphrase(vaultKey, weak, LEAST)).rejects.toMatchObject({
        code: 'passphrase-weak',
      });
      expect(derive).not.toHaveBeenCalled();
    },
  );
});

describe('the iterations for a device', () => {
  it.each([
    [25, 1_200_000],
    [30, 1_000_000],
    [500, 600_000],
    [0.1, 2_000_000],
    [0, 600_000],
    [Number.NaN, 600_000],
  ])('whose 100,000 take %d ms are %i', async (taken, iterations) => {
    expect(await calibrateIterations(async (sample) => (taken * sample) / 100_000)).toBe(iterations);
  });

  it('are within the bounds when measured', async () => {
    const iterations = await calibrateIterations();
    expect(iterations).toBeGreaterThanOrEqual(600_000);
    expect(iterations).toBeLessThanOrEqual(2_000_000);
    expect(iterations).toBe(Math.round(iterations));
  });

  it('are measured with a salt that the browser cannot have kept the result of', async () => {
    const deriving = makeDerivingCheap();
    await calibrateIterations();
    await calibrateIterations();
    const salts = deriving.mock.calls.map(([algorithm]) => String((algorithm as Pbkdf2Params).salt)); // PBKDF2 is all that is derived here
    expect(new Set(salts).size).toBe(2);
  });
});

describe('a vault', () => {
  let machine: ReturnType<typeof makeMachine>;
  let vault: Vault;

  beforeEach(async () => {
    makeDerivingCheap();
    machine = makeMachine();
    vault = machine.open();
    await vault.create();
    await vault.change(async () => ({ put: [makeRecord(CITY, ['PARIS'])] }), { undoable: true });
  });

  /** What is stored beside the way in. */
  const content = async () => (await machine.dump()).filter(([id]) => id !== 'header' && id !== 'device-key');
  const ids = async () => (await machine.dump()).map(([id]) => id);
  const wrong = { code: 'wrong-passphrase' };

  it('without a passphrase never touches the session', async () => {
    const { session } = machine;
    const spies = (['get', 'set', 'remove'] as const).map((name) => vi.spyOn(session, name));
    expect(await vault.method()).toBe('device');
    await vault.unlock(OLD);
    await vault.lock();
    await vault.renewDeadline();
    await vault.removePassphrase(OLD);
    await expect(vault.changePassphrase(OLD, NEW)).rejects.toMatchObject(wrong);
    expect(await vault.state()).toBe('open');
    expect((await vault.list()).records).toHaveLength(1);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it('that is absent has no method, and nothing to unlock', async () => {
    const absent = makeMachine().open();
    expect(await absent.method()).toBeNull();
    const refusal = { code: 'vault-absent' };
    await expect(absent.unlock(OLD)).rejects.toMatchObject(refusal);
    await expect(absent.setPassphrase(OLD)).rejects.toMatchObject(refusal);
    await expect(absent.changePassphrase(OLD, NEW)).rejects.toMatchObject(refusal);
    await expect(absent.removePassphrase(OLD)).rejects.toMatchObject(refusal);
  });

  it('passes to a passphrase with its records as they were, the device’s key gone, and stays open', async () => {
    const before = await content();
    await vault.setPassphrase(OLD);
    expect(await ids()).not.toContain('device-key');
    expect(await content()).toEqual(before);
    for (const worker of [vault, machine.open()]) {
      expect([await worker.method(), await worker.state()]).toEqual(['passphrase', 'open']);
      expect((await worker.list()).records).toHaveLength(1);
    }
    machine.exit();
    expect(await machine.open().state()).toBe('locked');
    expect(await vault.state()).toBe('locked');
  });

  it('takes a new passphrase, and the old one no more', async () => {
    await vault.setPassphrase(OLD);
    const before = await content();
    await vault.changePassphrase(OLD, NEW);
    expect(await content()).toEqual(before);
    expect(await vault.state()).toBe('open');
    await vault.lock();
    await expect(vault.unlock(OLD)).rejects.toMatchObject(wrong);
    expect(await vault.state()).toBe('locked');
    await vault.unlock(NEW);
    expect((await vault.list()).records).toHaveLength(1);
  });

  it('that is open takes a new passphrase without the old one; a locked one does not', async () => {
    await vault.setPassphrase(OLD);
    await vault.setPassphrase(NEW);
    await vault.lock();
    await expect(vault.setPassphrase(OLD)).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(vault.unlock(OLD)).rejects.toMatchObject(wrong);
    await vault.unlock(NEW);
    expect(await vault.state()).toBe('open');
  });

  it('gives its passphrase up for who knows it', async () => {
    await vault.setPassphrase(OLD);
    const before = await content();
    await expect(vault.removePassphrase(NEW)).rejects.toMatchObject(wrong);
    expect(await vault.method()).toBe('passphrase');
    await vault.removePassphrase(OLD);
    expect(await content()).toEqual(before);
    machine.exit();
    const later = machine.open();
    expect([await later.method(), await later.state()]).toEqual(['device', 'open']);
    expect((await later.list()).records).toHaveLength(1);
    expect((await vault.list()).records).toHaveLength(1);
  });

  it('refuses a weak passphrase and keeps the way in that it has', async () => {
    const weak = { code: 'passphrase-weak' };
    await expect(vault.setPassphrase('court')).rejects.toMatchObject(weak);
    expect([await vault.method(), machine.session.items.size]).toEqual(['device', 0]);
    await vault.setPassphrase(OLD);
    await expect(vault.changePassphrase(OLD, 'court')).rejects.toMatchObject(weak);
    await vault.lock();
    await vault.unlock(OLD);
    expect(await vault.state()).toBe('open');
  });

  it('unlocks with the right passphrase after twenty wrong ones', async () => {
    await vault.setPassphrase(OLD);
    await vault.lock();
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await expect(vault.unlock(`${OLD}${attempt}`)).rejects.toMatchObject(wrong);
      expect(await vault.state()).toBe('locked');
    }
    await vault.unlock(OLD);
    expect((await vault.list()).records).toHaveLength(1);
  });

  it('wraps its key anew where the floor has risen, and opens even where it cannot', async () => {
    await vault.setPassphrase(OLD);
    const before = await content();
    const iterations = async () => JSON.stringify(new Map(await machine.dump()).get('header'));
    machine.floor = 700_000;
    const later = machine.open();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await later.unlock(OLD);
    expect(put).toHaveBeenCalled();
    expect([await later.state(), await iterations()]).toEqual([
      'open',
      expect.stringContaining('"iterations":600000'),
    ]);
    await later.unlock(OLD);
    expect(await iterations()).toContain('"iterations":700000');
    expect(await content()).toEqual(before);
    await later.lock();
    await later.unlock(OLD);
    expect((await later.list()).records).toHaveLength(1);
  });

  it.each([599_999, 2_000_001])(
    'with %i iterations in its header says so and derives nothing',
    async (iterations) => {
      await vault.setPassphrase(OLD);
      const header = new Map(await machine.dump()).get('header') as { v: 1; methods: object[] };
      await set(
        'header',
        { ...header, methods: header.methods.map((method) => ({ ...method, iterations })) },
        machine.store(),
      );
      machine.local.items.clear(); // or it would be mended
      const derive = vi.spyOn(crypto.subtle, 'deriveKey');
      derive.mockClear();
      const later = machine.open();
      expect(await later.state()).toEqual({ problem: 'vault-parameters' });
      await expect(later.unlock(OLD)).rejects.toMatchObject({ code: 'vault-parameters' });
      expect(derive).not.toHaveBeenCalled();
    },
  );

  it('with a passphrase leaves nothing of its key on the disk, and text alone in the session', async () => {
    await vault.setPassphrase(OLD);
    const { key, vault: held, ...times } = JSON.parse(machine.session.items.get('vault-key') ?? '');
    expect(await get('stamp', machine.store())).toMatchObject({ vault: held });
    expect(key).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(times).toEqual({ unlockedAt: machine.time, usedAt: machine.time, minutes: 15 });
    expect([...machine.session.items.keys()]).toEqual(['vault-key']);
    const raw = Buffer.from(key, 'base64');
    await vault.note({ at: 1, kind: 'advice', account: null, question: CITY, detail: '' });
    const afterUse = await machine.dump();
    await vault.lock();
    expect(machine.session.items.size).toBe(0);
    for (const dump of [afterUse, await machine.dump()]) {
      const bytes = Buffer.concat(dump.flatMap(([id, value]) => [Buffer.from(id), ...bytesOf(value)]));
      expect(bytes.length).toBeGreaterThan(200);
      for (const form of [raw, key, raw.toString('base64url'), raw.toString('hex'), OLD])
        expect(bytes.includes(form)).toBe(false);
      expect(dump.some(([, value]) => value instanceof CryptoKey)).toBe(false);
    }
  });

  const operations = {
    set: { begin: async () => {}, work: () => vault.setPassphrase(NEW) },
    change: { begin: () => vault.setPassphrase(OLD), work: () => vault.changePassphrase(OLD, NEW) },
    remove: { begin: () => vault.setPassphrase(OLD), work: () => vault.removePassphrase(OLD) },
  };
  const faults = (Object.keys(operations) as (keyof typeof operations)[]).flatMap((name) =>
    [0, 1].flatMap((step) =>
      (['refused', 'aborted'] as const).map((manner) => [name, step, manner] as const),
    ),
  );

  it.each(faults)(
    'whose way in fails to change (%s, step %i, %s) keeps the one it had',
    async (name, step, manner) => {
      const { begin, work } = operations[name];
      await begin();
      const before = await machine.dump();
      failAt(step, manner);
      await expect(work()).rejects.not.toBeUndefined();
      vi.restoreAllMocks();
      makeDerivingCheap();
      expect(await machine.dump()).toEqual(before);
      expect(machine.session.items.size).toBe(name === 'set' ? 0 : 1);
      expect(await vault.state()).toBe('open');
      machine.exit();
      expect(await waysIn()).toEqual(name === 'set' ? ['device'] : [OLD]);
      await vault.unlock(OLD);
      await work();
      machine.exit();
      expect(await waysIn()).toEqual(name === 'remove' ? ['device'] : [NEW]);
    },
  );

  it('has one way in where the session refuses', async () => {
    vi.spyOn(machine.session, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(vault.setPassphrase(OLD)).rejects.toThrow('full');
    expect(await waysIn()).toEqual(['device']);
    await vault.setPassphrase(OLD);
    vi.spyOn(machine.session, 'remove').mockRejectedValueOnce(new Error('gone'));
    await expect(vault.removePassphrase(OLD)).rejects.toThrow('gone');
    expect(await waysIn()).toEqual(['device']);
    expect(await vault.state()).toBe('open');
  });

  /** All that opens the vault for a new worker. */
  async function waysIn(): Promise<string[]> {
    const ways = [];
    const worker = machine.open();
    if ((await worker.state()) === 'open') ways.push('device');
    for (const passphrase of (await worker.method()) === 'passphrase' ? [OLD, NEW] : []) {
      await worker.unlock(passphrase).catch(() => {});
      if ((await worker.state()) === 'open') ways.push(passphrase);
      await worker.lock();
    }
    return ways;
  }
});

/** Has the store's next writing fail at its `step`th request: refused when made, or with the transaction aborted after it. */
function failAt(step: number, manner: 'refused' | 'aborted') {
  let left = step;
  for (const name of ['put', 'delete'] as const) {
    const real = IDBObjectStore.prototype[name] as (...parameters: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: globalThis.IDBObjectStore,
      ...parameters: unknown[]
    ) {
      left -= 1;
      if (left === -1 && manner === 'refused') throw new DOMException('no', 'DataError');
      const request = real.apply(this, parameters);
      if (left === -1) queueMicrotask(() => this.transaction.abort());
      return request;
    } as never); // the two methods differ in their parameters
  }
}

/** Every byte and text of a stored value. */
function bytesOf(value: unknown): Buffer[] {
  if (value instanceof Uint8Array) return [Buffer.from(value)];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [Buffer.from(key), ...bytesOf(inner)]);
  return [Buffer.from(String(value))];
}
