import { describe, expect, it } from 'vitest';
import { AskedQuestions } from '../../../lib/background/asked-questions.ts';
import { Suspension } from '../../../lib/background/suspension.ts';
import { asked, machine, makeDesk, tab } from './given-page-desk.ts';
import { memoryArea } from './memory-area.ts';

describe('the questions that a tab has asked', () => {
  const about = (number: number) => ({ account: 'marie', question: `Question ${number} ?` });
  const TAB = 7;

  it('are counted by the next worker too, for ten minutes, or until the owner allows more', async () => {
    const area = memoryArea();
    const first = new AskedQuestions(area);
    for (let number = 0; number < 5; number += 1) expect(await first.admit(TAB, about(number), 0)).toBe(true);
    await first.keep(TAB);
    const next = () => new AskedQuestions(area);
    expect(await next().admit(TAB, about(5), 1)).toBe(false);
    expect(await next().admit(TAB, about(0), 1)).toBe(true);
    expect(await next().admit(TAB + 1, about(5), 1)).toBe(true);
    expect(await next().admit(TAB, about(5), 10 * 60_000)).toBe(true);
    await next().allow(TAB);
    expect(await next().admit(TAB, about(5), 1)).toBe(true);
  });

  it('are written down by the desk that admits them', async () => {
    const desk = makeDesk();
    for (let number = 0; number < 5; number += 1) await desk.advice({ ...asked, ...about(number) }, tab);
    await desk.outcome({ kind: 'marked' }, tab);
    const next = new AskedQuestions(desk.session);
    expect(await next.admit(tab.tabId, about(5), machine.time)).toBe(false);
  });
});

describe('a suspension', () => {
  it('is there for the next worker until it ends', async () => {
    const area = memoryArea();
    expect(await new Suspension(area).isOn()).toBe(false);
    await new Suspension(area).begin();
    expect(await new Suspension(area).isOn()).toBe(true);
    await new Suspension(area).end();
    expect(await new Suspension(area).isOn()).toBe(false);
  });

  it('holds where it cannot be stored, and does not end where that cannot be', async () => {
    const full = async () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    const suspension = new Suspension({ ...memoryArea(), set: full, remove: full });
    await expect(suspension.begin()).rejects.toThrow();
    expect(await suspension.isOn()).toBe(true);
    await expect(suspension.end()).rejects.toThrow();
    expect(await suspension.isOn()).toBe(true);
  });

  it('that a refusal began is stored by the desk, and ends with an answer by hand', async () => {
    const desk = makeDesk();
    const later = () => new Suspension(desk.local).isOn();
    const tell = async (kind: 'refused' | 'accepted', byHand: boolean) => {
      await desk.advice(asked, tab);
      await desk.outcome({ kind, question: asked.question, proposition: 'PARIS', code: 200, byHand }, tab);
      return later();
    };
    expect(await tell('refused', true)).toBe(true);
    expect(await tell('accepted', false)).toBe(true);
    expect(await tell('accepted', true)).toBe(false);
  });
});
