import { set } from 'idb-keyval';
import { describe, expect, it, vi } from 'vitest';
import { makeRecord } from '../vault/platform.ts';
import {
  accepted,
  allNoted,
  asked,
  CITY,
  kindOf,
  lookUps,
  machine,
  makeDesk,
  NOTHING,
  put,
  tab,
  vault,
} from './given-page-desk.ts';

describe('an outcome', () => {
  it('is remembered for the challenge that the tab asked about', async () => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    expect(await desk.outcome(accepted, tab)).toEqual({
      ...NOTHING,
      remembered: true,
    });
    const [record] = (await vault.lookUp(['marie'], CITY)).exact;
    expect(record?.answers).toMatchObject([{ text: 'PARIS', standing: 'confirmed' }]);
  });

  it.each([
    ['of a text that was not offered', 'MARSEILLE', tab],
    ['of a tab that asked nothing', 'PARIS', { ...tab, tabId: 8 }],
  ])('%s is not believed', async (_, proposition, speaker) => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    expect(await desk.outcome({ ...accepted, proposition }, speaker)).toEqual(NOTHING);
    expect((await vault.list()).records).toEqual([]);
  });

  it('that comes before its question was answered is believed all the same', async () => {
    const desk = makeDesk();
    const advised = desk.advice(asked, tab);
    const told = desk.outcome(accepted, tab);
    await advised;
    expect(await told).toEqual({ ...NOTHING, remembered: true });
  });

  it('says the same again when it is told again', async () => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    const outcome = accepted;
    await desk.outcome(outcome, tab);
    const before = await machine.dump();
    expect(await desk.outcome(outcome, tab)).toEqual({ ...NOTHING, remembered: true });
    expect(await machine.dump()).toEqual(before);
  });

  it('that nobody heard is never remembered as confirmed', async () => {
    const desk = makeDesk();
    await desk.advice({ ...asked, source: 'page' }, tab);
    expect(await desk.outcome({ kind: 'moved-on', question: CITY, proposition: 'PARIS' }, tab)).toEqual({
      ...NOTHING,
      remembered: true,
    });
    const [record] = (await vault.lookUp(['marie'], CITY)).exact;
    expect(record?.answers).toEqual([{ text: 'PARIS', standing: 'declared', addedAt: machine.time }]);
  });

  it('leaves a journal without answers', async () => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    await desk.advice(asked, tab);
    await desk.outcome(
      { kind: 'refused', question: CITY, proposition: 'PARIS', code: 550, byHand: true },
      tab,
    );
    const journal = await vault.journal();
    expect(journal.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(
      expect.arrayContaining(['outcome refused', 'advice answer']),
    );
    expect(JSON.stringify(journal)).not.toContain('PARIS');
  });
});

describe('an advice', () => {
  /** A desk whose pauses end when the test says so, or when more comes of the tab. */
  function makePausingDesk(showBadge = vi.fn(async () => {})) {
    const pauses: { milliseconds: number; end: () => void }[] = [];
    const pause = (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((end) => {
        pauses.push({ milliseconds, end });
        if (signal?.aborted) end();
        signal?.addEventListener('abort', () => end());
      });
    const desk = makeDesk('always', showBadge, pause);
    const pausesFor = (milliseconds: number) =>
      vi.waitFor(() => expect(pauses.at(-1)?.milliseconds).toBe(milliseconds));
    return { desk, showBadge, pausesFor, goOn: () => pauses.at(-1)?.end() };
  }

  it('is given before it is noted, and may be marked before journal and badge tell of it', async () => {
    const { desk, showBadge, pausesFor, goOn } = makePausingDesk();
    await desk.advice(asked, tab);
    await pausesFor(0);
    expect(await desk.reports.read(tab.tabId)).toBeNull();
    goOn();
    await pausesFor(50);
    expect(await desk.reports.read(tab.tabId)).toMatchObject({ question: CITY, step: 'advised' });
    expect(await vault.journal()).toEqual([]);
    expect(showBadge).not.toHaveBeenCalled();
    goOn();
    await vi.waitFor(() => expect(showBadge).toHaveBeenCalled());
    expect(showBadge.mock.lastCall).toMatchObject([tab.tabId, { step: 'advised' }]);
    expect(await vault.journal()).toMatchObject([{ kind: 'advice' }]);
  });

  it('keeps nothing waiting that comes after it', async () => {
    const { desk, pausesFor, goOn } = makePausingDesk();
    await desk.advice(asked, tab);
    await pausesFor(0);
    goOn();
    await pausesFor(50);
    await desk.outcome({ kind: 'marked' }, tab);
    expect(await desk.reports.read(tab.tabId)).toMatchObject({ step: 'marked' });
    expect(await vault.journal()).toMatchObject([{ kind: 'advice' }]);
  });

  it('is in the journal though its tab was closed at once', async () => {
    const gone = vi.fn(async () => Promise.reject(new Error('No tab with id: 7')));
    const desk = makeDesk('always', gone);
    await desk.advice(asked, tab);
    await vi.waitFor(() => expect(gone).toHaveBeenCalled());
    expect(await vault.journal()).toMatchObject([{ kind: 'advice' }]);
  });
});

describe('a question of nobody in particular', () => {
  it('has what named accounts answered marked, as what may be its answer', async () => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'), makeRecord('Autre ?', ['LYON'], 'marie'));
    expect((await desk.advice({ ...asked, account: null }, tab)).advice).toEqual({
      kind: 'candidates',
      candidates: ['PARIS'],
      doubt: 'account-unknown',
      refused: [],
    });
  });
});

describe('a question that comes back after a wrong answer', () => {
  const refused = {
    kind: 'refused',
    question: CITY,
    proposition: 'PARIS',
    code: 550,
    byHand: true,
  } as const;
  const told = async (desk: ReturnType<typeof makeDesk>) => {
    await allNoted(desk);
    return (await vault.journal()).map(({ kind, detail }) => `${kind} ${detail}`).sort();
  };

  it('is not noted again where nothing more is given away', async () => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    await desk.advice(asked, tab);
    await desk.outcome(refused, tab);
    expect(await kindOf(desk.advice(asked, tab))).not.toBe('answer');
    expect(await told(desk)).toEqual(['advice answer', 'outcome refused']);
    // A page asks twice: once by itself, and once because it was told of the refusal.
    await desk.advice(asked, tab);
    expect(await told(desk)).toEqual(['advice answer', 'outcome refused']);
  });

  it.each([
    [
      'long after it',
      async () => {
        machine.time += 600_000;
      },
    ],
    [
      'once an answer was accepted',
      async (desk: ReturnType<typeof makeDesk>) => {
        await desk.outcome({ ...refused, kind: 'accepted', question: CITY, proposition: 'PARIS' }, tab);
      },
    ],
  ])('is noted again %s', async (_, meanwhile) => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    await desk.outcome(refused, tab);
    await meanwhile(desk);
    await desk.advice(asked, tab);
    expect((await told(desk)).filter((entry) => entry.startsWith('advice'))).toHaveLength(2);
  });

  it.each([
    ['with another answer to it', CITY, 'marie', 'advice answer'],
    ['for another account', CITY, 'paul', 'advice unknown'],
    ['as another question', 'Autre ?', 'marie', 'advice unknown'],
  ])('is noted %s', async (_, question, account, entry) => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['LYON'], 'marie'));
    await desk.advice(asked, tab);
    await desk.outcome(refused, tab);
    await desk.advice({ ...asked, question, account }, tab);
    expect(await told(desk)).toEqual(['advice answer', entry, 'outcome refused'].sort());
  });
});

describe('a page that asks too much', () => {
  const forged = (number: number) => ({ ...asked, question: `Question ${number} ?` });

  it('gets five look-ups for a thousand questions, whether one by one or all at once', async () => {
    const desk = makeDesk();
    const kinds = await Promise.all(
      Array.from({ length: 500 }, (_, number) => kindOf(desk.advice(forged(number), tab))),
    );
    for (let number = 500; number < 1000; number += 1)
      kinds.push(await kindOf(desk.advice(forged(number), tab)));
    expect(kinds.filter((kind) => kind !== 'silent')).toHaveLength(5);
    expect(lookUps).toBe(5);
  });

  it('may ask the same five again, and a sixth only when its owner allows it or ten minutes are over', async () => {
    const desk = makeDesk();
    for (let number = 0; number < 5; number += 1) await desk.advice(forged(number), tab);
    expect(await kindOf(desk.advice(forged(0), tab))).toBe('unknown');
    expect(await kindOf(desk.advice({ ...forged(0), account: 'paul' }, tab))).toBe('silent');
    expect(await kindOf(desk.advice(forged(5), { ...tab, tabId: 8 }))).toBe('unknown');
    await desk.asking.allow(tab.tabId);
    expect(await kindOf(desk.advice(forged(5), tab))).toBe('unknown');
    for (let number = 6; number < 10; number += 1) await desk.advice(forged(number), tab);
    expect(await kindOf(desk.advice(forged(10), tab))).toBe('silent');
    machine.time += 10 * 60_000;
    expect(await kindOf(desk.advice(forged(10), tab))).toBe('unknown');
  });
});

describe('a locked vault', () => {
  const PASSPHRASE = 'trois petits chats gris';

  it('gives no advice, and what is accepted meanwhile waits until it is unlocked', async () => {
    const desk = makeDesk();
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    await vault.setPassphrase(PASSPHRASE);
    await vault.lock();
    expect((await desk.advice(asked, tab)).advice).toEqual({ kind: 'locked' });
    const outcome = { ...accepted, proposition: 'LYON' };
    expect(await desk.outcome(outcome, tab)).toEqual({ ...NOTHING, waits: true });
    expect(await desk.waiting.list()).toHaveLength(1);
    await vault.unlock(PASSPHRASE);
    expect(await desk.waiting.settle(vault)).toBe(1);
    const [record] = (await vault.lookUp(['marie'], CITY)).exact;
    expect(record?.answers.map(({ text, standing }) => `${text} ${standing}`)).toEqual([
      'PARIS declared',
      'LYON confirmed',
    ]);
    expect(await desk.waiting.list()).toEqual([]);
  });
});

it('has the page wait for the advice alone, and an outcome for what is noted of it', async () => {
  let isNoted = false;
  let note = () => {};
  const noted = new Promise<void>((resolve) => {
    note = () => {
      isNoted = true;
      resolve();
    };
  });
  const desk = makeDesk('always', () => noted);
  await put(makeRecord(CITY, ['PARIS'], 'marie'));
  expect(await kindOf(desk.advice(asked, tab))).toBe('answer');
  expect(isNoted).toBe(false);
  const outcome = desk.outcome(accepted, tab);
  note();
  expect(await outcome).toEqual({ ...NOTHING, remembered: true });
});

it('gives no advice from half of what is known, when a record of the question is damaged', async () => {
  const desk = makeDesk();
  const [id = ''] = await put(makeRecord(CITY, ['PARIS'], 'marie'));
  await set(id, { v: 1, nonce: new Uint8Array(12), ciphertext: new Uint8Array(40) }, machine.store());
  expect(await kindOf(desk.advice(asked, tab))).toBe('unavailable');
});
