import { beforeEach, expect, it } from 'vitest';
import { makeHealthDesk } from '../../../lib/background/health-desk.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';

const owner = { kind: 'owner' } as const;

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;
let desk: ReturnType<typeof makeHealthDesk>;

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
  const change: Vault['change'] = (work, options) => vault.change(work, { ...options, undoable: true });
  desk = makeHealthDesk(vault, change, () => machine.time);
});

/** Puts them, in their order. */
const put = (...records: ReturnType<typeof makeRecord>[]) =>
  vault.change(async () => ({
    put: records.map((record, position) => ({ ...record, addedAt: machine.time, position })),
  }));

it('names the problems of each kind without an answer, and finds none once they are mended', async () => {
  await put(
    makeRecord('Ville ?', ['Paris', 'PARIS']),
    makeRecord('Mois ?', ['mai']),
    makeRecord('mois', ['juin']),
  );
  const found = await desk.checkHealth({}, owner);
  expect(
    found.map(({ kind, count, named }) => [kind, count, named.map(({ questions }) => questions)]),
  ).toEqual([
    ['repeated', 1, [['Ville ?']]],
    ['alike', 1, [['Mois ?', 'mois']]],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/paris|juin/i);
  expect(await desk.mend({ kind: 'repeated', ids: 'all' }, owner)).toEqual({ mended: 1 });
  expect(await desk.mend({ kind: 'alike', ids: found[1]?.named.map(({ id }) => id) ?? [] }, owner)).toEqual({
    mended: 1,
  });
  expect(await desk.checkHealth({}, owner)).toEqual([]);
  expect((await vault.journal()).map(({ detail }) => detail)).toEqual(['mended:1', 'mended:1']);
});

it('mends what is named and no more, as one change that undo takes back whole', async () => {
  await put(...['A ?', 'B ?', 'C ?'].map((question) => makeRecord(question, ['x', 'X'])));
  const before = await vault.list();
  const [repeated] = await desk.checkHealth({}, owner);
  const ids = repeated?.named.slice(0, 2).map(({ id }) => id) ?? [];
  expect(await desk.mend({ kind: 'repeated', ids }, owner)).toEqual({ mended: 2 });
  expect((await vault.list()).records.map(({ record }) => record.answers.length)).toEqual([1, 1, 2]);
  await vault.undo();
  expect(await vault.list()).toEqual(before);
});

it('counts more problems than it names', async () => {
  await put(...Array.from({ length: 120 }, (_, place) => makeRecord(`Question ${place} ?`, ['x', 'X'])));
  const [repeated] = await desk.checkHealth({}, owner);
  expect([repeated?.count, repeated?.named.length]).toEqual([120, 100]);
});
