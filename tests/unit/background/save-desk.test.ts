import { beforeEach, describe, expect, it } from 'vitest';
import { makeSaveDesk } from '../../../lib/background/save-desk.ts';
import type { Answer, QuestionRecord } from '../../../lib/challenge/answer.ts';
import { confirm, refuse } from '../../../lib/challenge/remember.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { makeMachine, makeRecord } from '../vault/platform.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const TYPO = 'Quelle est votre vile de résidence ?';
const owner = { kind: 'owner' } as const;

let vault: Vault;
let desk: ReturnType<typeof makeSaveDesk>;

beforeEach(async () => {
  const machine = makeMachine();
  vault = machine.open();
  await vault.create();
  desk = makeSaveDesk(vault.change, () => machine.time);
});

/** Puts the records in, and returns the id of the first. */
const put = async (...records: QuestionRecord[]) =>
  (await vault.change(async () => ({ put: records })))[0] ?? '';
const save = (
  id: string | null,
  account: string | null,
  question: string,
  answers: string[],
  seen?: string[],
) => desk.save({ id, account, question, answers, ...(seen && { seen }) }, owner);
const known = async (account: string | null, question: string): Promise<Answer[]> =>
  (await vault.lookUp([account], question)).exact.flatMap(({ answers }) => answers);
const standings = async (account: string | null, question: string) =>
  (await known(account, question)).map(({ text, standing }) => `${text} ${standing}`);

const refusing = (account: string | null, question: string, text: string, texts: string[]) =>
  refuse(makeRecord(question, texts, account), { account, question }, text, 5);
const confirming = (account: string | null, question: string, text: string, texts: string[] = []) =>
  confirm(makeRecord(question, texts, account), { account, question }, text, 5);

describe('adding a question that is there', () => {
  it('adds the answer, and leaves what was refused refused', async () => {
    await put(refusing('marie', CITY, 'LYON', ['NICE']));
    await save(null, 'marie', CITY, ['PARIS']);
    expect(await standings('marie', CITY)).toEqual(['LYON refused', 'NICE declared', 'PARIS declared']);
  });

  it('takes a refused answer for usable only where its owner types it again', async () => {
    await put(refusing('marie', CITY, 'LYON', ['NICE']));
    await save(null, 'marie', CITY, ['LYON']);
    expect(await standings('marie', CITY)).toEqual(['NICE declared', 'LYON declared']);
  });

  it('keeps what is confirmed there', async () => {
    await put(confirming('marie', CITY, 'NICE'));
    await save(null, 'marie', CITY, ['PARIS']);
    expect(await standings('marie', CITY)).toEqual(['NICE confirmed', 'PARIS declared']);
  });
});

describe('editing a question', () => {
  it('keeps what is known of its answers where it stays what it is', async () => {
    const id = await put(confirming('marie', CITY, 'NICE', ['PARIS']));
    await save(id, 'marie', CITY, ['LYON', 'NICE']);
    expect(await standings('marie', CITY)).toEqual(['LYON declared', 'NICE confirmed']);
  });

  it.each([
    ['account', 'marie', 'paul', CITY],
    ['account, from all of them', null, 'paul', CITY],
    ['account, to all of them', 'marie', null, CITY],
    ['question', 'marie', 'marie', 'Où êtes-vous né ?'],
  ])('only declares for another %s what was confirmed', async (_, from, account, question) => {
    const id = await put(confirming(from, CITY, 'NICE'));
    await save(id, account, question, ['NICE']);
    expect(await standings(account, question)).toEqual(['NICE declared']);
    expect((await known(account, question))[0]).not.toHaveProperty('confirmedAt');
    expect((await vault.list()).records).toHaveLength(1);
  });

  it.each([
    ['stays what it is', CITY],
    ['becomes another', 'Où êtes-vous né ?'],
  ])('takes out what its owner saw, and not what came since, where it %s', async (_, question) => {
    const seen = makeRecord(CITY, ['LYON', 'METZ'], 'marie');
    const id = await put(seen);
    await put(confirm(seen, seen, 'NICE', 5));
    await save(id, 'marie', question, ['LYON', 'PARIS'], ['LYON', 'METZ']);
    const confirmed = question === CITY ? 'NICE confirmed' : 'NICE declared';
    expect(await standings('marie', question)).toEqual([confirmed, 'LYON declared', 'PARIS declared']);
  });

  it('leaves refused what was, where only its text is corrected', async () => {
    const id = await put(refusing('marie', TYPO, 'LYON', ['NICE']));
    await save(id, 'marie', CITY, ['NICE']);
    expect(await standings('marie', CITY)).toEqual(['LYON refused', 'NICE declared']);
  });
});

describe('editing a question into another that is there', () => {
  it('puts the answers together, and forgets no refusal of either', async () => {
    const id = await put(
      refusing('marie', TYPO, 'LYON', ['NICE']),
      refusing('marie', CITY, 'BREST', ['METZ']),
    );
    await save(id, 'marie', CITY, ['NICE']);
    expect(await standings('marie', CITY)).toEqual([
      'LYON refused',
      'BREST refused',
      'METZ declared',
      'NICE declared',
    ]);
    expect((await vault.list()).records).toHaveLength(1);
  });

  it('brings back nothing that was refused there: it was not typed anew', async () => {
    const id = await put(
      makeRecord(CITY, ['LYON', 'NICE'], 'marie'),
      refusing('paul', CITY, 'LYON', ['METZ']),
    );
    await save(id, 'paul', CITY, ['LYON', 'NICE']);
    expect(await standings('paul', CITY)).toEqual(['LYON refused', 'METZ declared', 'NICE declared']);
  });

  it('overtakes nothing that is confirmed there', async () => {
    const id = await put(refusing('marie', TYPO, 'NICE', ['METZ']), confirming('marie', CITY, 'NICE'));
    await save(id, 'marie', CITY, ['METZ']);
    expect(await standings('marie', CITY)).toEqual(['NICE confirmed', 'METZ declared']);
  });
});
