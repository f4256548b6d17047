import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, isWake, type OwnerDesk, type PageDesk } from '../../../lib/background/dispatch.ts';
import { CodedError } from '../../../lib/errors.ts';
import { WAKE } from '../../../lib/messages.ts';
import { advice, content, forged, optionsTab, outcome, owners, popup, self } from '../../faults/messages.ts';

/** Desks that write down each call, and answer with its name. */
function desks() {
  const asked: string[] = [];
  const answering = (name: string) => async () => {
    asked.push(name);
    return name;
  };
  const desk = () => new Proxy({}, { get: (_, name) => answering(String(name)) });
  // The proxies answer every name of either protocol; what they answer is not looked at by type.
  return { asked, page: desk() as unknown as PageDesk, owner: desk() as unknown as OwnerDesk };
}

describe('who may ask', () => {
  it.each(forged)('refuses everything to %s', async (_, sender) => {
    const answering = desks();
    for (const message of [advice, outcome, ...owners]) {
      expect(await dispatch(message, sender, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
    }
    expect(answering.asked).toEqual([]);
  });

  it('answers the content script its two questions, and none of the owner’s', async () => {
    const answering = desks();
    for (const message of [advice, outcome]) {
      expect(await dispatch(message, content, self, answering)).toEqual({ ok: true, value: message.name });
    }
    for (const message of owners) {
      expect(await dispatch(message, content, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
      const disguised = { ...message, to: 'page' };
      expect(await dispatch(disguised, content, self, answering)).toEqual({
        ok: false,
        error: 'not-allowed',
      });
    }
    expect(answering.asked).toEqual(['advice', 'outcome']);
  });

  it.each([
    ['popup', popup],
    ['tab', optionsTab],
  ])('answers the extension’s own %s, as its owner', async (_, sender) => {
    const answering = desks();
    for (const message of owners) {
      expect(await dispatch(message, sender, self, answering)).toEqual({ ok: true, value: message.name });
    }
    expect(await dispatch(advice, sender, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
    expect(answering.asked).toEqual(owners.map(({ name }) => name));
  });
});

describe('who may say that a login begins', () => {
  it('the content script', () => {
    expect(isWake(WAKE, content, self)).toBe(true);
    expect(isWake(advice, content, self)).toBe(false);
  });

  it.each([...forged, ['popup', popup] as const, ['tab', optionsTab] as const])('not %s', (_, sender) => {
    expect(isWake(WAKE, sender, self)).toBe(false);
  });

  it('and it asks for nothing by that', async () => {
    const answering = desks();
    expect(await dispatch(WAKE, content, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
    expect(answering.asked).toEqual([]);
  });
});

describe('what may be asked', () => {
  it.each([
    ['a text for a list', { ...advice.request, propositions: 'A' }],
    ['no propositions', { ...advice.request, propositions: [] }],
    ['too many propositions', { ...advice.request, propositions: Array(41).fill('A') }],
    ['a number for a text', { ...advice.request, question: 1 }],
    ['something more', { ...advice.request, all: true }],
    ['nothing', undefined],
  ])('refuses %s', async (_, request) => {
    const answering = desks();
    expect(await dispatch({ ...advice, request }, content, self, answering)).toEqual({
      ok: false,
      error: 'bad-request',
    });
    expect(answering.asked).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'refuses the inherited name %s',
    async (name) => {
      for (const [to, sender] of [
        ['page', content],
        ['owner', popup],
      ] as const) {
        expect(await dispatch({ to, name, request: {} }, sender, self, desks())).toEqual({
          ok: false,
          error: 'not-allowed',
        });
      }
    },
  );

  it('refuses 10,000 random messages of the content script without a crash', async () => {
    const answering = desks();
    const messages = fc.oneof(
      fc.anything(),
      fc.record({
        to: fc.constantFrom('page', 'owner'),
        name: fc.constantFrom('advice', 'outcome', 'list', 'export', 'reveal'),
        request: fc.anything(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        const reply = await dispatch(message, content, self, answering);
        expect(reply.ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
    expect(answering.asked).toEqual([]);
  });

  it('tells nothing of an error but its code', async () => {
    const failing = (error: Error) => ({
      ...desks(),
      page: { advice: () => Promise.reject(error), outcome: () => Promise.reject(error) },
    });
    expect(await dispatch(advice, content, self, failing(new CodedError('vault-locked')))).toEqual({
      ok: false,
      error: 'vault-locked',
    });
    expect(await dispatch(advice, content, self, failing(new Error('PARIS')))).toEqual({
      ok: false,
      error: 'internal',
    });
  });
});
