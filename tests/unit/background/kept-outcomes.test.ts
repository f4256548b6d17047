import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldOutcome } from '../../../lib/background/outcome-list.ts';
import { rememberOutcome } from '../../../lib/background/waiting-outcomes.ts';
import { makeDerivingCheap } from '../vault/deriving.ts';
import { makeMachine } from '../vault/platform.ts';
import { startOwner } from './given-owner-desk.ts';
import { accepted, asked, CITY, machine, makeDesk, NOTHING, tab, vault } from './given-page-desk.ts';

const PASSPHRASE = 'trois petits chats gris';

beforeEach(() => void makeDerivingCheap());
afterEach(() => vi.restoreAllMocks());

const answersTo = async (question: string, account: string | null = 'marie') =>
  (await vault.lookUp([account], question)).exact.flatMap(({ answers }) =>
    answers.map(({ text, standing }) => `${text} ${standing}`),
  );
const outcome = (kind: HeldOutcome['kind'], question: string, at: number): HeldOutcome => {
  return { kind, account: 'marie', question, proposition: 'PARIS', at };
};

describe('what came of an answer', () => {
  it('is believed of no other question than the one that it is of', async () => {
    const desk = makeDesk();
    await desk.advice({ ...asked, question: 'Naissance ?' }, tab);
    // The advice on the question that was answered never came about.
    expect(await desk.outcome(accepted, tab)).toEqual(NOTHING);
    expect((await vault.list()).records).toEqual([]);
  });

  it('is kept for its own question where the advice failed, and not for the one before', async () => {
    const desk = makeDesk();
    await desk.advice({ ...asked, question: 'Naissance ?' }, tab);
    vi.spyOn(vault, 'lookUp').mockRejectedValueOnce(new Error('gone'));
    expect((await desk.advice(asked, tab)).advice).toEqual({ kind: 'unavailable' });
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, remembered: true });
    expect([await answersTo('Naissance ?'), await answersTo(CITY)]).toEqual([[], ['PARIS confirmed']]);
  });

  it('is kept where the store fails to open once, just then', async () => {
    const state = vi.spyOn(vault, 'state');
    const desk = makeDesk();
    await desk.advice(asked, tab);
    // Asked before anything is learned, and then for that.
    state.mockResolvedValueOnce('open').mockResolvedValueOnce({ problem: 'internal' });
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, remembered: true });
  });

  it('is kept though its tab is closed while it waits for its turn', async () => {
    const desk = makeDesk();
    void desk.advice(asked, tab);
    const told = desk.outcome(accepted, tab);
    await Promise.all([desk.forget(tab.tabId), told]);
    expect(await answersTo(CITY)).toEqual(['PARIS confirmed']);
    expect(await desk.reports.read(tab.tabId)).toBeNull();
  });
});

describe('an answer that was refused', () => {
  it('stays so when its owner saves an older offer of it', async () => {
    const desk = makeDesk('ask');
    await desk.advice(asked, tab);
    expect(await desk.outcome(accepted, tab)).toEqual({ ...NOTHING, asks: true });
    await rememberOutcome(vault, outcome('refused', CITY, machine.time + 1));
    await desk.outcome({ kind: 'decided', decision: 'save' }, tab);
    expect(await answersTo(CITY)).toEqual(['PARIS refused']);
  });

  it('stays so where the acceptance before it could be written only later', async () => {
    const desk = makeDesk();
    await desk.waiting.add(outcome('accepted', CITY, 10));
    await desk.waiting.add(outcome('refused', CITY, 20));
    vi.spyOn(vault, 'change').mockRejectedValueOnce(new Error('full'));
    await desk.waiting.settle(vault);
    await desk.waiting.settle(vault);
    expect([await answersTo(CITY), await desk.waiting.list()]).toEqual([['PARIS refused'], []]);
  });
});

describe('what waits', () => {
  it('loses nothing that comes while it is written', async () => {
    const desk = makeDesk();
    await desk.waiting.add(outcome('accepted', 'A ?', 10));
    const settling = desk.waiting.settle(vault);
    await Promise.all([desk.waiting.add(outcome('accepted', 'B ?', 20)), settling]);
    expect((await desk.waiting.list()).map(({ question }) => question)).toEqual(['B ?']);
    expect(await answersTo('A ?')).toEqual(['PARIS confirmed']);
  });

  it('loses nothing where two come at once, nor do the offers', async () => {
    const { waiting, offers } = makeDesk();
    await Promise.all(['A ?', 'B ?'].map((question, at) => waiting.add(outcome('accepted', question, at))));
    await Promise.all(['A ?', 'B ?'].map((question, at) => offers.add(outcome('accepted', question, at))));
    expect([await waiting.list(), await offers.list()]).toMatchObject([{ length: 2 }, { length: 2 }]);
  });

  it('is written too when the passphrase is removed while all is locked', async () => {
    const owner = startOwner(makeMachine());
    await owner.vault.create(PASSPHRASE);
    await owner.vault.lock();
    await owner.waiting.add(outcome('accepted', CITY, 10));
    expect(await owner.ask('removePassphrase', { current: PASSPHRASE })).toMatchObject({ waiting: 0 });
    expect((await owner.vault.list()).records).toHaveLength(1);
  });

  it('goes with the vault when its owner starts over, and so do offers and drafts', async () => {
    const owner = startOwner(makeMachine());
    await owner.vault.create();
    await owner.waiting.add(outcome('accepted', CITY, 10));
    await owner.offers.add(outcome('accepted', CITY, 10));
    await owner.ask('keepDraft', { draft: { query: 'Ville', editing: null } });
    expect(await owner.ask('startOver', {})).toMatchObject({ waiting: 0, offers: [] });
    expect(await owner.ask('draft', {})).toBeNull();
  });
});
