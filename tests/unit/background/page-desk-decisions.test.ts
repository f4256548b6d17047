import { describe, expect, it, vi } from 'vitest';
import { makeRecord } from '../vault/platform.ts';
import {
  accepted,
  allNoted,
  asked,
  CITY,
  kindOf,
  machine,
  makeDesk,
  NOTHING,
  put,
  tab,
  vault,
} from './given-page-desk.ts';

describe('where its owner wants to be asked', () => {
  it('a new answer is offered, and remembered when they say so', async () => {
    const desk = makeDesk('ask');
    await desk.advice(asked, tab);
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, asks: true });
    expect((await vault.list()).records).toEqual([]);
    expect(await desk.outcome({ kind: 'decided', decision: 'save' }, tab)).toEqual({
      ...NOTHING,
      remembered: true,
    });
    const [record] = (await vault.lookUp(['marie'], CITY)).exact;
    expect(record?.answers).toMatchObject([{ text: 'PARIS', standing: 'confirmed' }]);
    expect(await desk.offers.list()).toEqual([]);
  });

  it('“not now” remembers nothing, and asks again the next time', async () => {
    const desk = makeDesk('ask');
    await desk.advice(asked, tab);
    await desk.outcome(accepted, tab);
    expect(await desk.outcome({ kind: 'decided', decision: 'later' }, tab)).toEqual(NOTHING);
    expect((await vault.list()).records).toEqual([]);
    await desk.advice(asked, tab);
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, asks: true });
  });

  it('“never” is remembered instead of the answer, for this question of this account alone', async () => {
    const desk = makeDesk('ask');
    await desk.advice(asked, tab);
    await desk.outcome(accepted, tab);
    await desk.outcome({ kind: 'decided', decision: 'never' }, tab);
    expect((await vault.list()).records.map(({ record }) => record)).toMatchObject([
      { account: 'marie', question: CITY, answers: [], never: true },
    ]);
    expect(await kindOf(desk.advice(asked, tab))).toBe('never');
    expect(await desk.outcome(accepted, tab)).toEqual(NOTHING);
    expect(await kindOf(desk.advice({ ...asked, account: 'paul' }, tab))).toBe('unknown');
  });

  it('what they had given before is confirmed without a question', async () => {
    const desk = makeDesk('ask');
    await put(makeRecord(CITY, ['LYON', 'PARIS'], 'marie'));
    await desk.advice(asked, tab);
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, remembered: true });
  });

  it('of a silenced question, only what concerns the answers that it holds is learned', async () => {
    const desk = makeDesk('always');
    await put({ ...makeRecord(CITY, ['LYON', 'NICE'], 'marie'), never: true });
    const known = async () =>
      (await vault.lookUp(['marie'], CITY)).exact.map(({ never, answers }) => [
        never,
        ...answers.map(({ text, standing }) => `${text} ${standing}`),
      ]);
    const refusal = { kind: 'refused', question: CITY, code: 550, byHand: true } as const;
    await desk.advice(asked, tab);
    expect(await desk.outcome({ ...refusal, proposition: 'LYON' }, tab)).toMatchObject({ remembered: true });
    expect(await known()).toEqual([[true, 'LYON refused', 'NICE declared']]);
    await desk.advice(asked, tab);
    expect(await desk.outcome({ ...refusal, proposition: 'PARIS' }, tab)).toEqual(NOTHING);
    expect(await desk.outcome(accepted, tab)).toEqual(NOTHING);
    await desk.advice(asked, tab);
    expect(await desk.outcome({ ...accepted, proposition: 'NICE' }, tab)).toMatchObject({ remembered: true });
    expect(await known()).toEqual([[true, 'LYON refused', 'NICE confirmed']]);
  });

  it('an answer of all accounts that was refused is given no more, though the question is silenced', async () => {
    const desk = makeDesk('always');
    await put({ ...makeRecord(CITY, [], 'marie'), never: true }, makeRecord(CITY, ['PARIS'], null));
    expect(await kindOf(desk.advice(asked, tab))).toBe('answer');
    await desk.outcome({ ...accepted, kind: 'refused', code: 550 }, tab);
    expect(await kindOf(desk.advice(asked, tab))).toBe('never');
    await desk.advice({ ...asked, account: 'paul' }, tab);
    expect((await vault.lookUp(['marie'], CITY)).exact[0]).toMatchObject({
      answers: [{ text: 'PARIS', standing: 'refused' }],
      never: true,
    });
  });

  it('nor is more learned at unlocking of a question that is silenced', async () => {
    const desk = makeDesk('always');
    await put({ ...makeRecord(CITY, ['NICE'], 'marie'), never: true });
    await vault.setPassphrase('trois petits chats gris');
    await vault.lock();
    for (const proposition of ['PARIS', 'NICE']) {
      await desk.advice(asked, tab);
      expect(await desk.outcome({ ...accepted, proposition }, tab)).toMatchObject({ waits: true });
    }
    await vault.unlock('trois petits chats gris');
    expect(await desk.waiting.settle(vault)).toBe(2);
    expect((await vault.lookUp(['marie'], CITY)).exact).toMatchObject([
      { never: true, answers: [{ text: 'NICE', standing: 'confirmed' }] },
    ]);
  });

  it('what its owner has saved meanwhile is written at unlocking, though the question was silenced', async () => {
    const desk = makeDesk('ask');
    await put({ ...makeRecord(CITY, [], 'marie'), never: true });
    await vault.setPassphrase('trois petits chats gris');
    await vault.lock();
    await desk.advice(asked, tab);
    await desk.outcome(accepted, tab);
    await desk.outcome({ kind: 'decided', decision: 'save' }, tab);
    await vault.unlock('trois petits chats gris');
    expect(await desk.waiting.settle(vault)).toBe(1);
    const [record] = (await vault.lookUp(['marie'], CITY)).exact;
    expect([record?.never, record?.answers.map(({ text }) => text)]).toEqual([undefined, ['PARIS']]);
  });

  it('a decision about nothing changes nothing', async () => {
    const desk = makeDesk('ask');
    await desk.advice(asked, tab);
    await allNoted(desk);
    const before = await machine.dump();
    expect(await desk.outcome({ kind: 'decided', decision: 'save' }, tab)).toEqual(NOTHING);
    expect(await machine.dump()).toEqual(before);
  });

  it('a locked vault keeps the decision until it is unlocked', async () => {
    const desk = makeDesk('ask');
    await vault.setPassphrase('trois petits chats gris');
    await vault.lock();
    await desk.advice(asked, tab);
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, asks: true });
    expect(await desk.outcome({ kind: 'decided', decision: 'save' }, tab)).toEqual({
      ...NOTHING,
      waits: true,
    });
    await vault.unlock('trois petits chats gris');
    await desk.waiting.settle(vault);
    expect((await vault.lookUp(['marie'], CITY)).exact).toHaveLength(1);
  });
});

describe('sending without the owner', () => {
  const answer = { question: CITY, proposition: 'PARIS', code: 200 } as const;

  it('is suspended by a refusal until an answer given by hand is accepted', async () => {
    const desk = makeDesk();
    const suspended = async () => (await desk.advice(asked, tab)).suspended;
    expect(await suspended()).toBe(false);
    await desk.outcome({ ...answer, kind: 'refused', byHand: true }, tab);
    expect(await suspended()).toBe(true);
    await desk.outcome({ ...answer, kind: 'accepted', byHand: false }, tab);
    expect(await suspended()).toBe(true);
    await desk.outcome({ ...answer, kind: 'accepted', byHand: true }, tab);
    expect(await suspended()).toBe(false);
  });

  it('ends in another tab that counts down to it, and disturbs no other', async () => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    await allNoted(desk);
    const report = await desk.reports.read(tab.tabId);
    if (!report) throw new Error('no report');
    await desk.reports.write(8, { ...report, mode: 'automatic', step: 'selected' });
    await desk.reports.write(9, { ...report, mode: 'automatic', step: 'sent' });
    await desk.reports.write(10, { ...report, mode: 'select', step: 'selected' });
    await desk.outcome({ ...answer, kind: 'refused', byHand: true }, tab);
    expect(desk.told).toEqual([8]);
  });

  it('stays as it was where the owner has not agreed to anything being kept', async () => {
    vi.spyOn(vault, 'state').mockResolvedValue('absent');
    const desk = makeDesk();
    await desk.advice(asked, tab);
    await desk.outcome({ ...answer, kind: 'refused', byHand: true }, tab);
    expect(await desk.reports.read(tab.tabId)).toMatchObject({ step: 'refused' });
    expect(await desk.suspension.isOn()).toBe(false);
  });

  it.each(['expired', 'outdated', 'unclear'] as const)(
    'an outcome that is %s teaches nothing',
    async (kind) => {
      const desk = makeDesk();
      await put(makeRecord(CITY, ['PARIS'], 'marie'));
      await desk.advice(asked, tab);
      await allNoted(desk);
      const before = await machine.dump();
      expect(await desk.outcome({ ...answer, kind, byHand: true }, tab)).toEqual(NOTHING);
      expect(await machine.dump()).toEqual(before);
      expect(await desk.suspension.isOn()).toBe(false);
    },
  );

  it('a block counts as a refusal of the answer', async () => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    await desk.advice(asked, tab);
    await desk.outcome({ ...answer, kind: 'blocked', code: 550, byHand: true }, tab);
    const [record] = (await vault.lookUp(['marie'], CITY)).exact;
    expect(record?.answers).toMatchObject([{ text: 'PARIS', standing: 'refused' }]);
    expect(await desk.suspension.isOn()).toBe(true);
  });
});
