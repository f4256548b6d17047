import { set } from 'idb-keyval';
import type { Random } from '../simulate/random.ts';
import { makeMachine, makeRecord } from '../unit/vault/platform.ts';
import type { Figure } from './figure.ts';

/**
 * Proves that a record with one changed byte is seen each time, and that it costs neither itself nor any other: one bit
 * of the nonce, ciphertext or tag of a random record, with everything listed after each fault.
 */
export async function flipBytes(faults: number, random: Random): Promise<Figure> {
  const counts = { faults: 0, seen: 0, deleted: 0, othersLost: 0 };
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  const questions = Array.from({ length: 20 }, (_, index) => makeRecord(`Question ${index} ?`, ['A']));
  const ids = await vault.change(async () => ({ put: questions }));
  const sound = new Map(await machine.dump());
  const store = machine.store();
  for (let fault = 0; fault < faults; fault += 1) {
    const id = random.pick(ids);
    const stored = sound.get(id) as { nonce: Uint8Array; ciphertext: Uint8Array }; // what lib/vault/seal.ts writes
    const broken = structuredClone(stored);
    const place = random.whole(0, broken.nonce.length + broken.ciphertext.length - 1);
    const part = place < broken.nonce.length ? broken.nonce : broken.ciphertext;
    const at = place < broken.nonce.length ? place : place - broken.nonce.length;
    part[at] = (part[at] ?? 0) ^ (1 << random.whole(0, 7));
    await set(id, broken, store);
    counts.faults += 1;
    const { records, damaged } = await vault.list();
    if (damaged.length === 1 && damaged[0] === id) counts.seen += 1;
    counts.othersLost += ids.length - 1 - records.length;
    const left = new Set((await machine.dump()).map(([key]) => key));
    counts.deleted += [...sound.keys()].filter((key) => !left.has(key)).length;
    await set(id, stored, store);
  }
  return {
    check: 'bytes flipped in records',
    where: 'node',
    counts,
    asPromised:
      counts.faults === faults && counts.seen === faults && counts.deleted + counts.othersLost === 0,
  };
}
