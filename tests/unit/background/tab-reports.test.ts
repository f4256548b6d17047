import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../lib/challenge/advice.ts';
import { allNoted, asked, machine, makeDesk, NOTHING, tab } from './given-page-desk.ts';

describe('what came of the last answer', () => {
  const blocked = {
    kind: 'blocked',
    question: asked.question,
    proposition: 'PARIS',
    code: 550,
    byHand: true,
  } as const;
  const troubleAfter = async (later: number, again: typeof asked) => {
    const desk = makeDesk();
    await desk.advice(asked, tab);
    await desk.outcome(blocked, tab);
    machine.time += later;
    await desk.advice(again, tab);
    await allNoted(desk);
    return (await desk.reports.read(tab.tabId))?.trouble;
  };

  it('stays with the questions that follow in the same login', async () => {
    const trouble = { kind: 'blocked', code: 550 };
    expect(await troubleAfter(0, asked)).toEqual(trouble);
    expect(await troubleAfter(0, { ...asked, question: 'Autre ?' })).toEqual(trouble);
  });

  it('alarms no other account', async () => {
    expect(await troubleAfter(0, { ...asked, account: 'paul' })).toBeNull();
  });

  it('alarms no later login', async () => {
    expect(await troubleAfter(600_000, asked)).toBeNull();
  });
});

describe('the tabs that are told once the vault is open', () => {
  it.each([
    ['locked', true],
    ['not-set-up', true],
    ['unavailable', true],
    ['silent', false],
    ['never', false],
  ] satisfies [Advice['kind'], boolean][])('of a question that was advised %s: %s', async (kind, isTold) => {
    const { reports } = makeDesk();
    await reports.write(7, {
      ...NOTHING,
      question: asked.question,
      propositions: asked.propositions,
      account: asked.account,
      advice: { kind },
      step: 'advised',
      mode: 'select',
      code: null,
      trouble: null,
      at: 0,
    });
    expect(await reports.unopenedTabs()).toEqual(isTold ? [7] : []);
  });
});
