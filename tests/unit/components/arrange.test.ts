import { expect, test } from 'vitest';
import { narrow, prepare, type Sort, sort } from '../../../components/arrange.ts';
import { makeQuestion } from './given-vault.ts';

const NOTHING = { query: '', status: null, account: null };
const questions = [
  makeQuestion('Élève 10 ?', { account: 'zoe', confirmedAt: 5, usedAt: 1, addedAt: 1 }),
  makeQuestion('élève 2 ?', { account: null, usedAt: 3, addedAt: 2 }),
  makeQuestion('Ville ?', {
    account: 'adam',
    confirmedAt: 9,
    addedAt: 3,
    standings: ['refused'],
  }),
];
const entries = prepare(questions, 0);

test.each([
  ['added', ['Élève 10 ?', 'élève 2 ?', 'Ville ?']],
  ['newest', ['Ville ?', 'élève 2 ?', 'Élève 10 ?']],
  ['question', ['élève 2 ?', 'Élève 10 ?', 'Ville ?']],
  ['account', ['élève 2 ?', 'Ville ?', 'Élève 10 ?']],
  ['confirmed', ['Ville ?', 'Élève 10 ?', 'élève 2 ?']],
  ['used', ['élève 2 ?', 'Élève 10 ?', 'Ville ?']],
] satisfies [Sort, string[]][])('sorts by %s', (by, texts) => {
  expect(sort(entries, by).map((entry) => entry.question.question)).toEqual(texts);
});

test.each([
  [{ query: 'ELEVE' }, 2],
  [{ query: 'zoé' }, 1],
  [{ status: 'refused' }, 1],
  [{ account: { is: null } }, 1],
  [{ account: { is: 'zoe' }, query: 'ville' }, 0],
  [{}, 3],
] as const)('narrows to %j', (filter, count) => {
  expect(narrow(entries, { ...NOTHING, ...filter })).toHaveLength(count);
});
