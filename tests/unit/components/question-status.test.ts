import { expect, test } from 'vitest';
import { statusOf } from '../../../components/question-status.ts';
import type { Standing } from '../../../lib/challenge/answer.ts';

/** The school year began on 1 September of that year, whatever the time zone. */
const BEFORE = Date.UTC(2025, 7, 25);
const AFTER = Date.UTC(2025, 8, 5);
const NOW = Date.UTC(2025, 10, 1);

test.each([
  [['declared', 'confirmed', 'refused'], 'confirmed'],
  [['declared', 'refused'], 'declared'],
  [['unverified'], 'unverified'],
  [['declared', 'declared'], 'unverified'],
  [['refused'], 'refused'],
] as const)('%j counts as %s', (standings, status) => {
  expect(statusOf(question('Ville ?', standings, 0), NOW)).toBe(status);
});

test.each([
  ['Dans quelle classe est Léa ?', ['confirmed'], BEFORE, 'stale'],
  ['Quel est le niveau scolaire de Zoé ?', ['declared', 'refused'], BEFORE, 'stale'],
  ['Dans quelle classe est Léa ?', ['confirmed'], AFTER, 'confirmed'],
  ['Ville ?', ['confirmed'], BEFORE, 'confirmed'],
  ['Dans quelle classe est Léa ?', ['unverified'], BEFORE, 'unverified'],
] as const)('%s with %j, known at %i, is %s once a school year has begun', (text, standings, at, status) => {
  expect(statusOf(question(text, standings, at), NOW)).toBe(status);
});

test('a question that its owner wants nothing remembered of is said to be one, until it has an answer', () => {
  expect(statusOf({ ...question('Ville ?', [], 0), never: true }, NOW)).toBe('never');
  expect(statusOf({ ...question('Ville ?', ['declared'], AFTER), never: true }, NOW)).toBe('declared');
});

function question(text: string, standings: readonly Standing[], knownAt: number) {
  return {
    id: 'a',
    account: null,
    question: text,
    standings: [...standings],
    addedAt: 0,
    position: 0,
    knownAt,
  };
}
