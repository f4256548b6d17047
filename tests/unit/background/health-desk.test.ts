import { beforeEach, expect, it } from 'vitest';
import { makeHealthDesk } from '../../../lib/background/health-desk.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';

const CITY = 'Quelle est votre ville ?';
const OTHER = 'Quelle est votre ville';
const MONTH = 'Quel est votre mois ?';

let machine: ReturnType<typeof makeMachine>;
let vault: Vault;
let desk: ReturnType<typeof makeHealthDesk>;

beforeEach(async () => {
  machine = makeMachine();
  vault = machine.open();
  await vault.create();
  const recent = (record: ReturnType<typeof makeRecord>, position: number) => ({
    ...record,
    addedAt: machine.time,
    position,
  });
  await vault.change(async () => ({
    put: [
      recent(makeRecord(CITY, ['PARIS'], 'marie', 'confirmed'), 0),
      recent(makeRecord(OTHER, ['PARIS', 'LYON'], 'marie'), 1),
      recent(makeRecord(MONTH, ['mai', 'Mai'], 'marie'), 2),
      recent(makeRecord(MONTH, ['juin', 'JUIN']), 3),
    ],
  }));
  desk = makeHealthDesk(
    vault,
    (work) => vault.change(work, { undoable: true }),
    () => machine.time,
  );
});

const speaker = { kind: 'owner' } as const;
const health = () => desk.health({}, speaker);
const mend = (...ids: string[]) => desk.mend({ kind: 'repeated', ids }, speaker);
const idsOf = async (kind: string) =>
  (await health()).filter((finding) => finding.kind === kind).flatMap(({ ids }) => ids);
const stored = async () => (await vault.list()).records.map(({ record }) => record);

it('tells what is found by question and account, and no answer', async () => {
  const findings = await health();
  expect(findings.map(({ kind, account, question, ids }) => [kind, account, question, ids.length])).toEqual([
    ['repeated', 'marie', MONTH, 1],
    ['repeated', null, MONTH, 1],
    ['alike', 'marie', CITY, 2],
  ]);
  // The ids are drawn from all letters, and may spell anything.
  const told = JSON.stringify(findings.map((finding) => ({ ...finding, ids: [] })));
  expect(told).not.toMatch(/paris|lyon|mai|juin/i);
});

it('merges questions into the confirmed one, and undo brings back each as it was', async () => {
  const before = await machine.dump();
  const ids = await idsOf('alike');
  expect(await desk.mend({ kind: 'alike', ids }, speaker)).toEqual({ mended: 1 });
  const [city] = (await vault.lookUp(['marie'], CITY)).exact;
  expect(city?.answers.map(({ text, standing }) => [text, standing])).toEqual([
    ['LYON', 'declared'],
    ['PARIS', 'confirmed'],
  ]);
  expect((await vault.lookUp(['marie'], OTHER)).exact).toEqual([]);
  expect(await idsOf('alike')).toEqual([]);
  expect(await vault.journal()).toMatchObject([
    { kind: 'edit', account: 'marie', question: CITY, detail: '1' },
  ]);
  await vault.undo();
  const after = new Map(await machine.dump());
  for (const [id, value] of before) expect(after.get(id)).toEqual(value);
});

it('mends a whole kind in one change', async () => {
  const before = await stored();
  expect(await mend(...(await idsOf('repeated')))).toEqual({ mended: 2 });
  expect((await stored()).map(({ answers }) => answers.length)).toEqual([1, 2, 1, 1]);
  expect(await vault.journal()).toMatchObject([{ kind: 'edit', account: null, question: null, detail: '2' }]);
  await vault.undo();
  expect(await stored()).toEqual(before);
});

it('leaves alone what was not asked for, and what is no such finding any more', async () => {
  const [first = '', second = ''] = await idsOf('repeated');
  await mend(first);
  expect(await idsOf('repeated')).toEqual([second]);
  const before = await machine.dump();
  await expect(mend(first)).rejects.toThrow(new CodedError('record-changed'));
  const [kept = ''] = await idsOf('alike');
  await expect(desk.mend({ kind: 'alike', ids: [kept] }, speaker)).rejects.toThrow();
  expect(await machine.dump()).toEqual(before);
});

it('deletes what was not used for a year', async () => {
  machine.time += 366 * 24 * 60 * 60 * 1000;
  const ids = await idsOf('unused');
  expect(ids.length).toBe(4);
  await desk.mend({ kind: 'unused', ids: ids.slice(1) }, speaker);
  expect((await vault.list()).records.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  expect(await vault.journal()).toMatchObject([{ kind: 'delete', detail: '3' }]);
});
