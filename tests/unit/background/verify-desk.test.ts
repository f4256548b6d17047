import { beforeEach, expect, test } from 'vitest';
import { makeVerifyDesk } from '../../../lib/background/verify-desk.ts';
import { confirm } from '../../../lib/challenge/remember.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';

const LISTED = makeRecord('Classe ?', ['3A', '4B', '5C'], 'marie', 'unverified');

let vault: Vault;
let settle: (answer: string) => Promise<unknown>;

beforeEach(async () => {
  const machine = makeMachine();
  vault = machine.open();
  await vault.create();
  const [id = ''] = await vault.change(async () => ({ put: [LISTED] }));
  const desk = makeVerifyDesk(vault.change, () => machine.time);
  settle = (answer) => desk.settle({ id, answer }, { kind: 'owner' });
});

const standings = async () =>
  (await vault.list()).records.flatMap(({ record }) =>
    record.answers.map(({ text, standing }) => `${text} ${standing}`),
  );

test('the chosen answer stays alone, as the declared one', async () => {
  await settle('4B');
  expect(await standings()).toEqual(['4B declared']);
});

test('a choice that was offered before EcoleDirecte accepted an answer overtakes nothing', async () => {
  await vault.change(async () => ({ put: [confirm(LISTED, LISTED, '5C', 9)] }));
  const before = await standings();
  await expect(settle('4B')).rejects.toMatchObject({ code: 'record-changed' });
  await expect(settle('5C')).rejects.toMatchObject({ code: 'record-changed' });
  expect(await standings()).toEqual(before);
});

test('an answer that is none of them settles nothing', async () => {
  await expect(settle('6D')).rejects.toMatchObject({ code: 'record-changed' });
  expect(await standings()).toEqual(['3A unverified', '4B unverified', '5C unverified']);
});
