import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { set } from 'idb-keyval';
import { AskedQuestions } from '../../lib/background/asked-questions.ts';
import { dispatch, type OwnerDesk } from '../../lib/background/dispatch.ts';
import { makePageDesk } from '../../lib/background/page-desk.ts';
import { TabReports } from '../../lib/background/tab-reports.ts';
import { WaitingOutcomes } from '../../lib/background/waiting-outcomes.ts';
import { openStore } from '../../lib/vault/store.ts';
import { makeMachine, makeRecord } from '../unit/vault/platform.ts';
import type { Figure } from './figure.ts';
import { advice, content, forged, outcome, owners, self } from './messages.ts';

const figure = (check: string, counts: Record<string, number>, asPromised: boolean): Figure => {
  return { check, where: 'node', counts, asPromised };
};

/** Every message from every forged sender: none is answered. */
export async function forgeSenders(): Promise<Figure> {
  const counts = { senders: forged.length, tried: 0, answered: 0 };
  const desk = new Proxy({}, { get: () => async () => 'answered' });
  const desks = { page: desk as never, owner: desk as never }; // desks that answer everything that reaches them
  for (const [, sender] of forged) {
    for (const message of [advice, outcome, ...owners]) {
      counts.tried += 1;
      if ((await dispatch(message, sender, self, desks)).ok) counts.answered += 1;
    }
  }
  return figure('forged senders', counts, counts.senders >= 24 && counts.answered === 0);
}

/** Random messages from the content script to a full vault: no crash, and no text that the page did not offer itself. */
export async function fuzzMessages(messages: number, seed: number): Promise<Figure> {
  const counts = { messages: 0, crashes: 0, leaks: 0 };
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  const secrets = ['Ville secrète ?', 'RÉPONSE SECRÈTE', 'compte.secret'];
  await vault.change(async () => ({
    put: [makeRecord(secrets[0] ?? '', [secrets[1] ?? ''], secrets[2] ?? '')],
  }));
  const session = {
    ...machine.session,
    get: async (key: string | null) => (key === null ? {} : machine.session.get(key)),
  };
  const page = makePageDesk({
    vault,
    reports: new TabReports(session),
    waiting: new WaitingOutcomes(session),
    asked: new AskedQuestions(session, navigator.locks),
    readSettings: async () => ({ mode: 'select', lockAfter: 15 }),
    showBadge: async () => {},
    now: () => machine.time,
  });
  const owner = new Proxy({}, { get: () => async () => secrets }) as OwnerDesk; // what must never be reached tells all
  const text = fc.oneof(fc.string(), fc.constant(secrets[0]), fc.constantFrom('A', 'B'));
  const request = fc.oneof(
    fc.anything(),
    fc.record({
      question: text,
      propositions: fc.array(fc.string(), { maxLength: 6 }),
      account: fc.option(text),
    }),
    fc.record({
      kind: fc.constantFrom('accepted', 'refused', 'marked', 'ended'),
      proposition: text,
      code: fc.integer(),
    }),
  );
  const names = fc.constantFrom('advice', 'outcome', 'list', 'export', 'reveal', 'status', '__proto__');
  const message = fc.oneof(
    fc.anything(),
    fc.record({ to: fc.constantFrom('page', 'owner'), name: names, request }),
  );
  for (const fuzzed of fc.sample(message, { numRuns: messages, seed })) {
    counts.messages += 1;
    try {
      const reply = JSON.stringify(await dispatch(fuzzed, content, self, { page, owner })) ?? '';
      if (secrets.some((secret) => reply.includes(secret))) counts.leaks += 1;
    } catch {
      counts.crashes += 1;
    }
  }
  return figure(
    'fuzzed messages',
    counts,
    counts.messages === messages && counts.crashes + counts.leaks === 0,
  );
}

/** Openings that fail, and a full disk: each is told by its code, and the old state stays. */
export async function failTheStore(): Promise<Figure> {
  const counts = { injected: 0, seen: 0, healed: 0 };
  const { indexedDB } = makeMachine();
  let failures = 3;
  const open = (name: string) => {
    failures -= 1;
    if (failures >= 0) throw new DOMException('refused', 'InvalidStateError');
    return indexedDB.open(name);
  };
  const store = openStore(Object.create(indexedDB, { open: { value: open } }));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    counts.injected += 1;
    const code = await set('a', 1, store).then(
      () => '',
      ({ code }) => code,
    );
    if (code === 'storage-refused') counts.seen += 1;
  }
  await set('a', 1, store);
  counts.healed = 1;
  return figure('openings that fail', counts, counts.seen === counts.injected && counts.healed === 1);
}

/** A disk that is full at some write of a change: told by its code, and what was there before is all there. */
export async function fillTheDisk(): Promise<Figure> {
  const counts = { injected: 0, seen: 0, changed: 0 };
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  await vault.change(async () => ({ put: [makeRecord('Avant ?', ['A'])] }));
  const before = JSON.stringify(await machine.dump());
  const real = FakeObjectStore.prototype.put;
  for (let failing = 1; failing <= 10; failing += 1) {
    let puts = 0;
    FakeObjectStore.prototype.put = function put(this: IDBObjectStore, ...args: Parameters<typeof real>) {
      puts += 1;
      if (puts === failing) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, args);
    };
    counts.injected += 1;
    const put = Array.from({ length: 10 }, (_, index) => makeRecord(`Après ${index} ?`, ['B']));
    const code = await vault
      .change(async () => ({ put }))
      .then(
        () => '',
        ({ code }) => code,
      );
    FakeObjectStore.prototype.put = real;
    if (code === 'storage-full') counts.seen += 1;
    if (JSON.stringify(await machine.dump()) !== before) counts.changed += 1;
  }
  return figure('a disk that is full', counts, counts.seen === counts.injected && counts.changed === 0);
}

/** One byte changed in a stored record, each time another: seen each time, nothing deleted, the rest readable. */
export async function flipBytes(faults: number): Promise<Figure> {
  const counts = { faults: 0, seen: 0, deleted: 0, othersLost: 0 };
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  const questions = Array.from({ length: 20 }, (_, index) => makeRecord(`Question ${index} ?`, ['A']));
  const ids = await vault.change(async () => ({ put: questions }));
  const sound = new Map(await machine.dump());
  for (let fault = 0; fault < faults; fault += 1) {
    const id = ids[fault % ids.length] ?? '';
    const stored = sound.get(id) as { nonce: Uint8Array; ciphertext: Uint8Array }; // what lib/vault/seal.ts writes
    const broken = structuredClone(stored);
    const place = (fault * 7) % (broken.nonce.length + broken.ciphertext.length);
    const part = place < broken.nonce.length ? broken.nonce : broken.ciphertext;
    const at = place < broken.nonce.length ? place : place - broken.nonce.length;
    part[at] = (part[at] ?? 0) ^ (1 << (fault % 8));
    await set(id, broken, machine.store());
    counts.faults += 1;
    const { records, damaged } = await vault.list();
    if (damaged.length === 1 && damaged[0] === id) counts.seen += 1;
    counts.othersLost += ids.length - 1 - records.length;
    if (!(await machine.dump()).some(([key]) => key === id)) counts.deleted += 1;
    await set(id, stored, machine.store());
  }
  return figure(
    'bytes flipped in records',
    counts,
    counts.seen === faults && counts.deleted + counts.othersLost === 0,
  );
}
