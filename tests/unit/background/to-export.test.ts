import { describe, expect, it, test } from 'vitest';
import { toExport } from '../../../lib/background/to-export.ts';
import type { QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';

const MONTH = 'Quel est le mois de naissance de Léa ?';

type Given = [text: string, standing: Standing, at?: number];

const record = (account: string | null, ...given: Given[]): QuestionRecord => ({
  account,
  question: MONTH,
  answers: given.map(([text, standing, at = 1]) => ({
    text,
    standing,
    addedAt: 1,
    ...(standing === 'confirmed' && { confirmedAt: at }),
  })),
  addedAt: 1,
  position: 0,
});
const answersOf = (records: QuestionRecord[], account: string | null = null) =>
  toExport(records, account).flatMap(({ answers }) => answers);
const confirmedOf = (records: QuestionRecord[], account: string | null = null) =>
  toExport(records, account).flatMap(({ confirmed }) => confirmed);

const LISTED = record(
  null,
  ['mars', 'unverified'],
  ['janvier', 'unverified'],
  ['octobre', 'unverified'],
  ['août', 'unverified'],
);

describe('the last answer of a list, which is the one that a Python client sends,', () => {
  it('is the one that an account had accepted, wherever the others come from', () => {
    const own = record('marie', ['janvier', 'confirmed']);
    expect(answersOf([LISTED, own])).toEqual(['mars', 'octobre', 'août', 'janvier']);
    expect(answersOf([own, LISTED])).toEqual(['mars', 'octobre', 'août', 'janvier']);
    expect(answersOf([LISTED, own], 'marie')).toEqual(['mars', 'octobre', 'août', 'janvier']);
  });

  it.each<[Given[], string[]]>([
    [
      [
        ['B', 'declared'],
        ['A', 'unverified'],
      ],
      ['A', 'B'],
    ],
    [
      [
        ['A', 'confirmed', 9],
        ['B', 'confirmed', 5],
        ['C', 'declared'],
      ],
      ['C', 'B', 'A'],
    ],
    [
      [
        ['B', 'unverified'],
        ['A', 'unverified'],
      ],
      ['B', 'A'],
    ],
  ])('is the most certain of %j', (given, expected) => {
    expect(answersOf([record('marie', ...given)])).toEqual(expected);
  });

  it('is the latest accepted one where accounts differ, and each account’s counts as confirmed', () => {
    const records = [
      record('marie', ['5A', 'confirmed', 7], ['4A', 'confirmed', 9]),
      record('paul', ['3A', 'confirmed', 8]),
    ];
    expect(answersOf(records)).toEqual(['5A', '3A', '4A']);
    expect(confirmedOf(records)).toEqual(['3A', '4A']);
    expect(confirmedOf(records, 'paul')).toEqual(['3A']);
  });
});

describe('the export of one account', () => {
  it('has what stands for all accounts too, as it serves this one', () => {
    expect(
      answersOf([record(null, ['PARIS', 'declared']), record('paul', ['LYON', 'declared'])], 'marie'),
    ).toEqual(['PARIS']);
  });

  it('takes as accepted only what this account had accepted', () => {
    const records = [record(null, ['PARIS', 'confirmed', 9]), record('marie', ['LYON', 'confirmed', 5])];
    expect(answersOf(records, 'marie')).toEqual(['PARIS', 'LYON']);
    expect(confirmedOf(records, 'marie')).toEqual(['LYON']);
  });
});

describe('a refused answer', () => {
  it('is in no file', () => {
    expect(toExport([record('marie', ['PARIS', 'refused'])], null)).toEqual([]);
    expect(answersOf([record('marie', ['PARIS', 'refused'], ['LYON', 'declared'])])).toEqual(['LYON']);
  });

  it('is left out of what stands for all accounts, once one of them was refused it', () => {
    const records = [LISTED, record('marie', ['août', 'refused'])];
    expect(answersOf(records, 'marie')).toEqual(['mars', 'janvier', 'octobre']);
    expect(answersOf(records)).toEqual(['mars', 'janvier', 'octobre']);
    expect(answersOf(records, 'paul')).toEqual(['mars', 'janvier', 'octobre', 'août']);
  });

  it('is there where another account has it of its own', () => {
    const records = [record('marie', ['PARIS', 'refused']), record('paul', ['PARIS', 'confirmed'])];
    expect(answersOf(records)).toEqual(['PARIS']);
  });
});

test('questions stand in the order in which they came', () => {
  const records = ['B', 'A', 'B'].map((question, place) => ({
    ...record(place === 2 ? 'marie' : null, [`${place}`, 'declared']),
    question,
  }));
  expect(toExport(records, null).map(({ question, answers }) => [question, ...answers])).toEqual([
    ['B', '0', '2'],
    ['A', '1'],
  ]);
});
