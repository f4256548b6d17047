import { describe, expect, it } from 'vitest';
import type { Answer, QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';
import { checkHealth } from '../../../lib/health/check-health.ts';
import { HEALTH_KINDS, type HealthKind } from '../../../lib/health/kinds.ts';
import { UNUSED_AFTER } from '../../../lib/health/unused-questions.ts';

const NOW = new Date(2026, 10, 23).getTime();
const CITY = 'Quelle est votre ville ?';

const answer = (text: string, standing: Standing = 'declared', given: Partial<Answer> = {}): Answer => ({
  text,
  standing,
  addedAt: NOW,
  ...(standing === 'confirmed' && { confirmedAt: NOW }),
  ...(standing === 'refused' && { refusedAt: NOW }),
  ...given,
});

const record = (
  question: string,
  answers: Answer[],
  given: Partial<QuestionRecord> = {},
): QuestionRecord => ({ account: null, question, answers, addedAt: NOW, position: 0, ...given });

/** What is found of a kind in these records, whose ids are their places. */
const check = (kind: HealthKind, ...records: QuestionRecord[]) =>
  checkHealth(
    kind,
    records.map((one, place) => ({ id: String(place), record: one })),
    NOW,
  );

/** The answers that would be written, as `text standing`. */
const written = (...args: Parameters<typeof check>) =>
  check(...args).flatMap(({ put }) =>
    put.flatMap(({ answers }) => answers.map(({ text, standing }) => `${text} ${standing}`)),
  );

it('nothing is found in sound records, and nothing in what its owner wants not remembered', () => {
  const spoilt = record(' ', [answer('PARIS'), answer('Paris'), answer(' ')], { addedAt: 0, never: true });
  const sound = [
    record(CITY, [answer('PARIS'), answer('LYON')]),
    record(CITY, [answer('PARIS')], { account: 'marie' }),
    record('Quel est votre mois ?', [answer('mai', 'refused'), answer('juin', 'confirmed')]),
    record('…', [answer('a')]),
    record('?', [answer('b')]),
  ];
  for (const kind of HEALTH_KINDS) {
    expect(check(kind, ...sound, spoilt, record(CITY, [], { never: true }))).toEqual([]);
    expect(check(kind)).toEqual([]);
  }
});

describe('an answer there twice', () => {
  it('stays once, in the most trusted spelling and then the last', () => {
    const answers = [answer('Élan'), answer('elan', 'unverified'), answer('b'), answer('É lan'), answer('c')];
    expect(written('repeated', record(CITY, answers))).toEqual([
      'b declared',
      'É lan declared',
      'c declared',
    ]);
  });

  it('is declared where it stays alone', () => {
    const answers = [answer('x', 'refused'), answer('PARIS', 'unverified'), answer('Paris', 'unverified')];
    expect(written('repeated', record(CITY, answers))).toEqual(['x refused', 'Paris declared']);
  });

  it('never overtakes what is confirmed, nor what was refused', () => {
    const answers = [answer('PARIS', 'confirmed'), answer('Paris'), answer('paris', 'refused')];
    expect(written('repeated', record(CITY, answers))).toEqual(['PARIS confirmed', 'paris refused']);
    const confirmed = [answer('PARIS', 'confirmed'), answer('Paris', 'confirmed')];
    expect(check('repeated', record(CITY, confirmed))).toEqual([]);
  });

  it('counts per question', () => {
    const twice = [answer('PARIS'), answer('Paris')];
    const found = check('repeated', record('A', twice), record('B', [answer('PARIS')]), record('C', twice));
    expect(found.map(({ ids, subject }) => [ids, subject.question])).toEqual([
      [['0'], 'A'],
      [['2'], 'C'],
    ]);
  });
});

describe('a blank text', () => {
  it('goes out of its question', () => {
    const found = check('blank', record(CITY, [answer('\u200b '), answer('PARIS'), answer('')]));
    expect(found).toMatchObject([{ ids: ['0'], put: [{ answers: [{ text: 'PARIS' }] }], remove: [] }]);
  });

  it('leaves an answer that stays alone declared', () => {
    const answers = [answer('x', 'refused'), answer('PARIS', 'unverified'), answer('\u200b', 'unverified')];
    expect(written('blank', record(CITY, answers))).toEqual(['x refused', 'PARIS declared']);
    const several = [answer('PARIS', 'unverified'), answer('', 'unverified'), answer('LYON', 'unverified')];
    expect(written('blank', record(CITY, several))).toEqual(['PARIS unverified', 'LYON unverified']);
  });

  it('takes its question along where nothing else is in it, or where it is the question', () => {
    const found = check('blank', record(CITY, [answer(' ')]), record(' \n', [answer('PARIS')]));
    expect(found).toMatchObject([
      { put: [], remove: ['0'] },
      { put: [], remove: ['1'] },
    ]);
  });

  it('stays where EcoleDirecte accepted it', () => {
    expect(check('blank', record(' ', [answer(' ', 'confirmed')]))).toEqual([]);
    expect(written('blank', record(CITY, [answer('\t'), answer(' ', 'confirmed')]))).toEqual(['  confirmed']);
  });
});

describe('a question without a usable answer', () => {
  it('goes', () => {
    const found = check('refused', record('A', [answer('x', 'refused')]), record('B', []));
    expect(found.map(({ put, remove }) => [put, remove])).toEqual([
      [[], ['0']],
      [[], ['1']],
    ]);
  });
});

it('a refusal stays where all accounts have an answer, which would be chosen without it', () => {
  const refusal = record(CITY, [answer('PARIS', 'refused')], { account: 'marie' });
  expect(check('refused', refusal, record(CITY, [answer('PARIS')]))).toEqual([]);
  expect(check('refused', refusal, record('Ville ?', [answer('PARIS')]))).toHaveLength(1);
});

describe('a question that was not used for a year', () => {
  const old = { addedAt: NOW - UNUSED_AFTER - 1 };

  it('goes', () => {
    expect(check('unused', record(CITY, [answer('PARIS', 'declared', old)], old))).toMatchObject([
      { ids: ['0'], put: [], remove: ['0'] },
    ]);
  });

  it.each([
    ['used', answer('PARIS', 'declared', { ...old, usedAt: NOW - UNUSED_AFTER })],
    ['confirmed', answer('PARIS', 'confirmed', { ...old, confirmedAt: NOW - UNUSED_AFTER })],
    ['given an answer', answer('PARIS', 'declared', { addedAt: NOW - UNUSED_AFTER })],
  ])('stays where it was %s since', (_, known) => {
    expect(check('unused', record(CITY, [answer('LYON', 'declared', old), known], old))).toEqual([]);
  });

  it('stays where the clock went back', () => {
    expect(check('unused', record(CITY, [answer('PARIS')], { addedAt: NOW * 2 }))).toEqual([]);
  });
});

describe('questions written alike', () => {
  const OTHER = 'quelle est votre VILLE';

  it('become one, under the last that was added, with all that is known', () => {
    const before = { addedAt: NOW - 1 };
    const found = check(
      'alike',
      record(OTHER, [answer('LYON'), answer('NICE', 'refused')], before),
      record(CITY, [answer('NICE', 'unverified'), answer('PARIS')]),
      record('Quelle est votre rue ?', [answer('x')]),
    );
    expect(found).toMatchObject([{ ids: ['1', '0'], subject: { question: CITY }, remove: ['0'] }]);
    expect(
      found[0]?.put.map(({ question, answers }) => [question, ...answers.map(({ text }) => text)]),
    ).toEqual([[CITY, 'LYON', 'NICE', 'PARIS']]);
    expect(found[0]?.put[0]?.answers[1]?.standing).toBe('refused');
  });

  it('become the one that was confirmed, whose answer nothing overtakes', () => {
    const later = { addedAt: NOW + 1 };
    const answers = [answer('PARIS', 'refused', { refusedAt: NOW + 1 }), answer('LYON')];
    const known = record(CITY, [answer('PARIS', 'confirmed')]);
    expect(check('alike', known, record(OTHER, answers, later))[0]?.subject).toBe(known);
    expect(written('alike', known, record(OTHER, answers, later))).toEqual([
      'LYON declared',
      'PARIS confirmed',
    ]);
  });

  it('stay each where each was confirmed', () => {
    const confirmed = (question: string, confirmedAt: number) =>
      record(question, [answer('PARIS', 'confirmed', { confirmedAt })]);
    expect(check('alike', confirmed(CITY, 1), confirmed(OTHER, 2))).toEqual([]);
    const third = record('Quelle est, votre ville', [answer('LYON')]);
    expect(check('alike', confirmed(CITY, 1), confirmed(OTHER, 2), third)).toMatchObject([
      { ids: ['1', '2'], remove: ['2'] },
    ]);
  });

  it('stay apart between accounts', () => {
    const mine = record(OTHER, [answer('LYON')], { account: 'marie' });
    expect(check('alike', record(CITY, [answer('PARIS')]), mine)).toEqual([]);
  });
});
