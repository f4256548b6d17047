import { get } from 'idb-keyval';
import { afterEach, expect, it, vi } from 'vitest';
import { DEVICE_KEY } from '../../../lib/vault/layout.ts';
import { makeDerivingCheap } from './deriving.ts';
import { makeMachine, makeRecord } from './platform.ts';

const PASSPHRASE = 'quatre mots au hasard';

afterEach(() => vi.restoreAllMocks());

it('a device’s key is stored as one that the browser does not hand out', async () => {
  const machine = makeMachine();
  await machine.open().create();
  const key = await get<CryptoKey>(DEVICE_KEY, machine.store());
  expect(key).toMatchObject({
    type: 'secret',
    extractable: false,
    algorithm: { name: 'AES-GCM', length: 256 },
    usages: ['encrypt', 'decrypt'],
  });
});

it('no key that is made, read or derived can be taken out, with a passphrase or without', async () => {
  makeDerivingCheap();
  const { subtle } = crypto;
  const spies = [
    vi.spyOn(subtle, 'generateKey'),
    vi.spyOn(subtle, 'importKey'),
    vi.spyOn(subtle, 'deriveKey'),
  ];
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  await vault.change(async () => ({ put: [makeRecord('Ville ?', ['PARIS'])] }));
  await vault.setPassphrase(PASSPHRASE);
  await vault.lock();
  await vault.unlock(PASSPHRASE);
  await vault.list();
  await vault.removePassphrase(PASSPHRASE);
  for (const { mock } of spies) {
    const keys = await Promise.all(mock.results.map(({ value }) => value));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatchObject({ extractable: false });
  }
});
