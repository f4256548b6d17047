import { beforeEach, expect, it } from 'vitest';
import { makeImportDesk } from '../../../lib/background/import-desk.ts';
import type { ImportRequest } from '../../../lib/messages.ts';
import type { QcmEntry } from '../../../lib/qcm/types.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';

const owner = { kind: 'owner' } as const;
const MANY = 3_000;

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
  await vault.change(async () => ({
    put: [makeRecord('Ville ?', ['PARIS']), makeRecord('Mois ?', ['mai'], null, 'confirmed')],
  }));
});

/** A desk as a worker that just started makes it. */
function startWorker() {
  const worker = machine.open();
  const change: Vault['change'] = (work, options) => worker.change(work, { ...options, undoable: true });
  return makeImportDesk(worker, change, () => machine.time);
}

const entry = (question: string, ...answers: string[]): QcmEntry => ({ question, answers, whole: true });
const many = (from: number) => Array.from({ length: 1_000 }, (_, place) => entry(`n${from + place}`, 'A'));
const request = (held: string): ImportRequest => ({
  held,
  account: null,
  lastIsDeclared: false,
  conflicts: { all: 'mine', each: [] },
});

async function holdMany(desk: ReturnType<typeof startWorker>): Promise<string> {
  const { held } = await desk.holdEntries({ held: null, entries: many(0) }, owner);
  for (let from = 1_000; from < MANY; from += 1_000)
    expect(await desk.holdEntries({ held, entries: many(from) }, owner)).toEqual({ held });
  return held;
}

const answersTo = async (question: string) =>
  (await vault.lookUp([null], question)).exact[0]?.answers.map(({ text }) => text);

it('imports what came in parts as one change, says how far it is, and undo takes all of it back', async () => {
  const before = await machine.dump();
  const desk = startWorker();
  const held = await holdMany(desk);
  await desk.holdEntries({ held, entries: [entry('Ville ?', 'LYON')] }, owner);
  const { counts, lists } = await desk.previewImport(request(held), owner);
  expect(counts).toEqual({ added: MANY, merged: 0, unchanged: 1, toVerify: 0, conflicts: 1 });
  expect(lists.added).toHaveLength(100);
  expect(await machine.dump()).toEqual(before);
  expect(await desk.importProgress({ held }, owner)).toEqual({ done: 0, of: 0 });

  const seen: number[] = [];
  const watching = setInterval(async () => {
    const progress = await desk.importProgress({ held }, owner);
    if (progress) seen.push(progress.done / progress.of);
  }, 5);
  const written = await desk.import(request(held), owner);
  clearInterval(watching);
  expect(written).toEqual(counts);
  expect(seen.some((share) => share > 0 && share < 1)).toBe(true);
  expect(seen.every((share, place) => !(share < (seen[place - 1] ?? 0)))).toBe(true);
  expect((await vault.list()).records).toHaveLength(MANY + 2);
  // It is given up once it is written.
  expect(await desk.importProgress({ held }, owner)).toBeNull();

  expect(await vault.undo()).toBe(MANY);
  expect((await machine.dump()).filter(([id]) => !id.startsWith('j:'))).toEqual(before);
});

it('writes what was chosen for each conflict, and overtakes nothing that is confirmed', async () => {
  const desk = startWorker();
  const entries = [entry('Ville ?', 'LYON'), entry('Mois ?', 'juin')];
  const { held } = await desk.holdEntries({ held: null, entries }, owner);
  const conflicts = { all: 'mine', each: [{ question: 'Ville ?', choice: 'file' }] } as const;
  await desk.import({ ...request(held), conflicts: { ...conflicts, each: [...conflicts.each] } }, owner);
  expect([await answersTo('Ville ?'), await answersTo('Mois ?')]).toEqual([['LYON'], ['mai']]);
  const again = await desk.holdEntries({ held: null, entries }, owner);
  await desk.import({ ...request(again.held), conflicts: { all: 'file', each: [] } }, owner);
  expect([await answersTo('Ville ?'), await answersTo('Mois ?')]).toEqual([['LYON'], ['juin', 'mai']]);
});

it.each([0.1, 0.3, 0.6, 0.8])('writes nothing at all when it is ended at %j of its way', async (share) => {
  const before = await machine.dump();
  const desk = startWorker();
  const held = await holdMany(desk);
  const written = desk.import(request(held), owner);
  const ending = setInterval(async () => {
    const progress = await desk.importProgress({ held }, owner);
    if (progress && progress.done >= progress.of * share && progress.of > 0)
      await desk.dropImport({ held }, owner);
  });
  expect(await written).toBeNull();
  clearInterval(ending);
  expect(await machine.dump()).toEqual(before);
  expect(await answersTo('n0')).toBeUndefined();
  // What was given up is not held, and can be handed over again.
  await expect(desk.import(request(held), owner)).rejects.toMatchObject({ code: 'interrupted' });
  expect(await desk.import(request(await holdMany(desk)), owner)).toMatchObject({ added: MANY });
});

it('says so where the worker was stopped between two parts, or before the import, and writes nothing', async () => {
  const before = await machine.dump();
  const held = await holdMany(startWorker());
  const desk = startWorker();
  const interrupted = { code: 'interrupted' };
  expect(await desk.importProgress({ held }, owner)).toBeNull();
  await expect(desk.holdEntries({ held, entries: many(0) }, owner)).rejects.toMatchObject(interrupted);
  await expect(desk.previewImport(request(held), owner)).rejects.toMatchObject(interrupted);
  await expect(desk.import(request(held), owner)).rejects.toMatchObject(interrupted);
  await desk.dropImport({ held }, owner);
  expect(await machine.dump()).toEqual(before);
});

it('holds one import at a time, and no more than a file may have', async () => {
  const desk = startWorker();
  const first = await holdMany(desk);
  const second = await holdMany(desk);
  await expect(desk.import(request(first), owner)).rejects.toMatchObject({ code: 'interrupted' });
  await desk.dropImport({ held: first }, owner);
  expect(await desk.importProgress({ held: second }, owner)).toEqual({ done: 0, of: 0 });
  const part = many(0);
  const fill = async () => {
    for (let more = 0; more < 400; more += 1) await desk.holdEntries({ held: second, entries: part }, owner);
  };
  await expect(fill()).rejects.toMatchObject({ code: 'bad-request' });
});
