import { expect, test } from 'vitest';
import type { Advice } from '../../../lib/challenge/advice.ts';
import { type Circumstances, diagnose } from '../../../lib/challenge/diagnose.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 23);
const answer: Advice = { kind: 'answer', proposition: 'PARIS', confirmed: true, candidates: [], refused: [] };
const NOTHING = { remembered: false, waits: false, asks: false };
const last = {
  ...NOTHING,
  advice: answer,
  step: 'selected',
  trouble: null,
  account: 'marie',
  mode: 'select',
};
const usual: Circumstances = { last, suspended: false, isMirrored: false, acceptedAt: [], now: NOW };
const codes = (given: Partial<Circumstances>) => diagnose({ ...usual, ...given }).map(({ code }) => code);

test('a page that asked nothing is said to have asked nothing', () => {
  expect(codes({ last: null })).toEqual(['noQuestion']);
});

test('what was found on the page comes first, then why', () => {
  expect(codes({})).toEqual(['found', 'answerConfirmed']);
  expect(codes({ last: { ...last, step: 'not-found' } })).toEqual(['notFound', 'answerConfirmed']);
});

test.each([
  [{ kind: 'candidates', candidates: ['A'], doubt: 'other-spelling', refused: [] }, 'otherSpelling'],
  [{ kind: 'not-offered', refused: [] }, 'notOffered'],
  [{ kind: 'locked' }, 'locked'],
  [{ kind: 'never' }, 'never'],
  [{ ...answer, confirmed: false }, 'answerDeclared'],
] as [Advice, string][])('%j is explained as %s', (advice, code) => {
  expect(codes({ last: { ...last, advice } })).toContain(code);
});

test('a setting that keeps the answer from being chosen or sent is named', () => {
  expect(codes({ last: { ...last, mode: 'highlight' } })).toContain('highlightOnly');
  expect(codes({ last: { ...last, mode: 'automatic' }, suspended: true })).toContain('suspended');
});

test('an outcome stays explained when the question was asked anew', () => {
  expect(codes({ last: { ...last, step: 'marked', trouble: { kind: 'blocked' } } })).toContain(
    'replyBlocked',
  );
});

const unknown: Advice = { kind: 'unknown', refused: [] };

test.each([
  ['accepted', unknown, { remembered: true }, ['replyAccepted', 'kept']],
  ['accepted', unknown, { asks: true }, ['replyAccepted', 'asksToKeep']],
  ['accepted', unknown, { waits: true }, ['replyAccepted', 'keptLater']],
  ['accepted', answer, {}, ['replyAccepted', 'notKept']],
  ['refused', answer, { remembered: true }, ['replyRefused', 'refusalKept']],
  ['refused', answer, { waits: true }, ['replyRefused', 'refusalKeptLater']],
  ['refused', answer, {}, ['replyRefused', 'refusalNotKept']],
  ['blocked', answer, { remembered: true }, ['replyBlocked', 'refusalKept']],
  ['moved-on', unknown, { remembered: true }, ['movedOn', 'kept']],
  ['moved-on', unknown, {}, ['movedOn', 'notKept']],
] satisfies [string, Advice, Partial<typeof NOTHING>, string[]][])(
  'once it is %s, what became of the answer is said, and not what was advised before: %j %j',
  (step, advice, remembering, said) => {
    const trouble = step === 'refused' || step === 'blocked' ? { kind: step } : null;
    const over = { ...last, ...remembering, advice, step, trouble, account: null, mode: 'highlight' };
    expect(codes({ last: over })).toEqual(said);
  },
);

test('what was kept of a refusal is not taken for an answer once its question has left the page', () => {
  const trouble = { kind: 'refused' };
  const ended = { ...last, step: 'ended', trouble };
  expect(codes({ last: { ...ended, remembered: true } })).toEqual(['replyRefused', 'closed', 'refusalKept']);
  expect(codes({ last: { ...ended, waits: true } })).toContain('refusalKeptLater');
  expect(codes({ last: { ...last, step: 'moved-on', trouble, remembered: true } })).toContain('kept');
});

test('a question at every login is told from a question now and then', () => {
  const often = [1, 5, 9].map((days) => NOW - days * DAY);
  expect(diagnose({ ...usual, acceptedAt: often })).toContainEqual({ code: 'askedEveryLogin', count: 3 });
  expect(codes({ acceptedAt: [1, 5, 40].map((days) => NOW - days * DAY) })).not.toContain('askedEveryLogin');
});

test('a login that asks several questions is one login', () => {
  const MINUTE = 60_000;
  const three = [0, 1, 2].map((minutes) => NOW - DAY - minutes * MINUTE);
  expect(codes({ acceptedAt: three })).not.toContain('askedEveryLogin');
  const days = [3, 2, 1].flatMap((count) => [NOW - count * DAY, NOW - count * DAY + MINUTE]);
  expect(diagnose({ ...usual, acceptedAt: days.reverse() })).toContainEqual({
    code: 'askedEveryLogin',
    count: 3,
  });
});

test('names no question and no answer', () => {
  expect(JSON.stringify(diagnose(usual))).not.toContain('PARIS');
});
