import { describe, expect, it } from 'vitest';
import { dispatch, type OwnerDesk } from '../../../lib/background/dispatch.ts';
import { content, self } from '../../faults/messages.ts';
import { makeRecord } from '../vault/platform.ts';
import { asked, CITY, machine, makeDesk, NOTHING, put, tab } from './given-page-desk.ts';

describe('a private tab, as the browser says it is,', () => {
  const sender = { ...content, tab: { ...content.tab, incognito: true } };
  const told = { question: asked.question, proposition: 'PARIS', code: 200, byHand: true };
  /** What a private tab asks of the desk. */
  const asker = (page: ReturnType<typeof makeDesk>) => {
    const desks = { page, owner: {} as OwnerDesk }; // a tab of the site is not let to it
    return (name: string, request: unknown) => dispatch({ to: 'page', name, request }, sender, self, desks);
  };
  /** All that is kept of what comes of answers, in the database and beside it. */
  const kept = async ({ local, waiting, offers, suspension }: ReturnType<typeof makeDesk>) => ({
    database: await machine.dump(),
    mirror: [...machine.local.items],
    local: await local.get(null),
    lists: [await waiting.list(), await offers.list()],
    isSuspended: await suspension.isOn(),
  });

  it.each(['always', 'ask'] as const)('is advised, and changes not a byte (%s)', async (remember) => {
    const desk = makeDesk(remember);
    const ask = asker(desk);
    await put(makeRecord(CITY, ['PARIS'], 'marie'));
    const before = await kept(desk);
    expect(before.isSuspended).toBe(false);
    for (const outcome of [
      { kind: 'selected' },
      { kind: 'refused', ...told },
      { kind: 'blocked', ...told },
      { kind: 'moved-on', question: asked.question, proposition: 'PARIS' },
      { kind: 'accepted', ...told },
      { kind: 'accepted', ...told, proposition: 'NICE' },
      { kind: 'decided', decision: 'save' },
      { kind: 'decided', decision: 'never' },
    ]) {
      if (outcome.kind !== 'decided')
        expect(await ask('advice', asked)).toMatchObject({ value: { advice: { kind: 'answer' } } });
      expect(await ask('outcome', outcome)).toEqual({ ok: true, value: NOTHING });
      expect(await kept(desk)).toEqual(before);
    }
  });

  it('ends no suspension', async () => {
    const desk = makeDesk();
    const ask = asker(desk);
    await desk.suspension.begin();
    const before = await kept(desk);
    await ask('advice', asked);
    await ask('outcome', { kind: 'accepted', ...told });
    expect(await kept(desk)).toEqual(before);
  });

  it('decides nothing, though there is an offer', async () => {
    const desk = makeDesk('ask');
    await desk.advice(asked, tab);
    await desk.outcome({ kind: 'accepted', ...told }, tab);
    const before = await kept(desk);
    expect(before.lists[1]).toHaveLength(1);
    for (const decision of ['save', 'never', 'later'])
      await asker(desk)('outcome', { kind: 'decided', decision });
    expect(await kept(desk)).toEqual(before);
  });
});
