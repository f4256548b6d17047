import { describe, expect, it } from 'vitest';
import type { Answer, QuestionRecord } from '../../../lib/challenge/answer.ts';
import { findProblems } from '../../../lib/health/find-problems.ts';
import { mend } from '../../../lib/health/mend.ts';
import type { Stored } from '../../../lib/health/problem.ts';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = 1_000 * DAY;
const CITY = 'Quelle est votre ville de résidence ?';

const answer = (text: string, standing: Answer['standing'] = 'declared', times: Partial<Answer> = {}) => ({
  text,
  standing,
  addedAt: NOW,
  ...times,
});

function stored(question: string, answers: Answer[], given: Partial<QuestionRecord> = {}): Stored {
  const record = { account: 'marie', question, answers, addedAt: NOW, position: 0, ...given };
  return { id: `id of ${question} for ${record.account}`, record };
}

/** The kinds of the problems found, and what mends each: the answers that stay, or `gone`. */
function mended(...all: Stored[]) {
  return findProblems(all, NOW).map((problem) => {
    const { put, remove } = mend(problem);
    return [problem.kind, put ? put.answers.map(({ text }) => text) : 'gone', remove.length];
  });
}

describe('health', () => {
  it('finds nothing where all is well', () => {
    expect(mended(stored(CITY, [answer('PARIS', 'confirmed')]), stored('Mois ?', [answer('mai')]))).toEqual(
      [],
    );
  });

  it('finds texts of nothing but spaces, and takes them away, with the question where nothing is left', () => {
    expect(mended(stored(CITY, [answer(' '), answer('PARIS')]))).toEqual([['empty', ['PARIS'], 0]]);
    expect(mended(stored(CITY, [answer('\u200b')]))).toEqual([['empty', 'gone', 1]]);
    expect(mended(stored(' ', [answer('PARIS')]))).toEqual([['empty', 'gone', 1]]);
  });

  it('keeps of one answer in two spellings the confirmed one, or else the last', () => {
    expect(mended(stored(CITY, [answer('Paris', 'confirmed'), answer('LYON'), answer('PARIS')]))).toEqual([
      ['repeated', ['Paris', 'LYON'], 0],
    ]);
    expect(mended(stored(CITY, [answer('Évry'), answer('EVRY')]))).toEqual([['repeated', ['EVRY'], 0]]);
  });

  it('takes no refused answer for a repeated one, and forgets refusals only as such', () => {
    expect(mended(stored(CITY, [answer('Paris', 'refused'), answer('PARIS', 'confirmed')]))).toEqual([
      ['refused', ['PARIS'], 0],
    ]);
    expect(mended(stored(CITY, [answer('LYON', 'refused')]))).toEqual([['refused', 'gone', 1]]);
  });

  it('finds what was of no use for a year and a day, by its last use', () => {
    const old = NOW - 366 * DAY;
    const unused = stored(CITY, [answer('PARIS', 'confirmed', { addedAt: old, confirmedAt: old })], {
      addedAt: old,
    });
    const used = stored('Mois ?', [answer('mai', 'declared', { addedAt: old, usedAt: NOW - 300 * DAY })], {
      addedAt: old,
    });
    expect(mended(unused, used)).toEqual([['unused', 'gone', 1]]);
  });

  it('joins questions of one account that differ in case, accents, spaces or punctuation, under the confirmed one', () => {
    const typed = stored('quelle est votre ville de residence', [answer('LYON'), answer('PARIS')]);
    const seen = stored(CITY, [answer('PARIS', 'confirmed', { confirmedAt: NOW - DAY })], { addedAt: 1 });
    const others = stored(CITY, [answer('NICE')], { account: 'paul' });
    const [problem, ...more] = findProblems([typed, seen, others], NOW);
    expect(more).toEqual([]);
    if (!problem) throw new Error('nothing found');
    const { put, remove } = mend(problem);
    expect(remove).toEqual([typed.id]);
    expect(put).toMatchObject({ question: CITY, addedAt: 1 });
    expect(put?.answers.map(({ text, standing }) => `${text}: ${standing}`)).toEqual([
      'LYON: declared',
      'PARIS: confirmed',
    ]);
  });

  it('leaves alone what its owner wants nothing remembered of', () => {
    const never = { never: true, addedAt: 1 } as const;
    expect(
      mended(stored(CITY, [answer('LYON', 'refused', { addedAt: 1 })], never), stored('ville?', [], never)),
    ).toEqual([]);
  });
});
