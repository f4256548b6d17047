import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeTabDesk } from '../../../lib/background/tab-desk.ts';
import { makeDerivingCheap } from '../vault/deriving.ts';
import { fillDisk } from '../vault/fail-put.ts';
import { makeRecord } from '../vault/platform.ts';
import { accepted, asked, CITY, machine, makeDesk, NOTHING, put, tab, vault } from './given-page-desk.ts';

const refused = { ...accepted, kind: 'refused' } as const;
const save = { kind: 'decided', decision: 'save' } as const;
const never = { kind: 'decided', decision: 'never' } as const;
const full = { code: 'storage-full' };

afterEach(() => vi.restoreAllMocks());

/** Desk of the page and the owner's, as one worker has them, after an answer that the owner is asked about. */
async function offered() {
  const desk = makeDesk('ask');
  await desk.advice(asked, tab);
  expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, asks: true });
  const owner = makeTabDesk({
    ...desk,
    vault,
    asked: desk.asking,
    readSettings: async () => {
      throw new Error('not asked');
    },
    tellTab: async () => {},
    showBadge: async () => {},
    isOnSite: async () => true,
    version: '0',
    now: () => machine.time,
  });
  const decide = (decision: 'save' | 'later' | 'never') =>
    owner.decide({ account: 'marie', question: CITY, decision, tabId: 7 }, { kind: 'owner' });
  return { desk, decide };
}

const answers = async () => (await vault.lookUp(['marie'], CITY)).exact[0]?.answers.map(({ text }) => text);

describe('an offered answer that cannot be written', () => {
  it('is still offered on the page, and written at the second try', async () => {
    const { desk } = await offered();
    fillDisk();
    await expect(desk.outcome(save, tab)).rejects.toMatchObject(full);
    expect(await desk.offers.list()).toHaveLength(1);
    expect(await desk.reports.read(7)).toMatchObject({ asks: true });
    vi.restoreAllMocks();
    expect(await desk.outcome(save, tab)).toEqual({ ...NOTHING, remembered: true });
    expect([await answers(), await desk.offers.list()]).toEqual([['PARIS'], []]);
  });

  it('is still offered in the popup, and written at the second try', async () => {
    const { desk, decide } = await offered();
    fillDisk();
    await expect(decide('save')).rejects.toMatchObject(full);
    vi.restoreAllMocks();
    expect(await decide('save')).toMatchObject({ offers: [], tab: { asks: false, remembered: true } });
    expect([await answers(), await desk.offers.list()]).toEqual([['PARIS'], []]);
  });
});

describe('a decision', () => {
  it('that a killed worker wrote and did not note is the same when it is repeated', async () => {
    const { desk } = await offered();
    vi.spyOn(desk.reports, 'write').mockRejectedValueOnce(new Error('killed'));
    await expect(desk.outcome(save, tab)).rejects.toThrow('killed');
    expect(await desk.outcome(save, tab)).toEqual({ ...NOTHING, remembered: true });
    expect([await answers(), await desk.offers.list()]).toEqual([['PARIS'], []]);
  });

  it('is made once where the page and the popup make one at the same time', async () => {
    const { desk, decide } = await offered();
    const [status, outcome] = await Promise.all([decide('save'), desk.outcome(never, tab)]);
    expect(status.offers).toEqual([]);
    expect(outcome).toEqual({ ...NOTHING, remembered: true });
    expect([await answers(), await desk.offers.list()]).toEqual([['PARIS'], []]);
    expect(await desk.reports.read(7)).toMatchObject({ asks: false, remembered: true });
  });
});

it('an answer that is accepted while another change is under way waits where the vault is locked by then', async () => {
  makeDerivingCheap();
  const desk = makeDesk();
  await vault.setPassphrase('trois petits chats gris');
  await desk.advice(asked, tab);
  let finish = () => {};
  const isFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const importing = vault.change(async () => isFinished.then(() => ({})));
  const outcome = desk.outcome(accepted, tab);
  const waiting = async () => (await navigator.locks.query()).pending?.map(({ name }) => name);
  await vi.waitFor(async () => expect(await waiting()).toContain('memo-qcm-vault'));
  await vault.lock();
  finish();
  await importing;
  expect(await outcome).toEqual({ ...NOTHING, waits: true });
  await vault.unlock('trois petits chats gris');
  expect(await desk.waiting.settle(vault)).toBe(1);
  expect(await answers()).toEqual(['PARIS']);
});

describe('an outcome that cannot be remembered is told all the same', () => {
  it.each([accepted, refused])('$kind', async (outcome) => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    await desk.advice(asked, tab);
    fillDisk();
    expect(await desk.outcome(outcome, tab)).toEqual(NOTHING);
    expect(await desk.reports.read(7)).toMatchObject({ step: outcome.kind, remembered: false });
    expect(await desk.suspension.isOn()).toBe(outcome.kind === 'refused');
  });

  it('moved-on', async () => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    await desk.advice(asked, tab);
    fillDisk();
    expect(await desk.outcome({ kind: 'moved-on', question: CITY, proposition: 'PARIS' }, tab)).toEqual(
      NOTHING,
    );
    expect(await desk.reports.read(7)).toMatchObject({ step: 'moved-on', remembered: false });
  });

  it('also where the browser keeps nothing at all', async () => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    fillDisk();
    vi.spyOn(desk.suspension, 'begin').mockRejectedValue(new Error('full'));
    expect(await desk.outcome(refused, tab)).toEqual(NOTHING);
    expect(await desk.reports.read(7)).toMatchObject({ step: 'refused' });
  });
});
