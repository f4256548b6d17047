import { describe, expect, it } from 'vitest';
import { advise } from '../../../lib/challenge/advise.ts';
import type { QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';
import { confirm, refuse, settle } from '../../../lib/challenge/remember.ts';
import { toVerify } from '../../../lib/challenge/to-verify.ts';

const CITY = 'Quelle est votre ville de résidence ?';
const TEXTS = ['LYON', 'PARIS', 'NICE'];

function list(account: string | null): QuestionRecord {
  const answers = TEXTS.map((text) => ({ text, standing: 'unverified' as const, addedAt: 1 }));
  return { account, question: CITY, answers, addedAt: 1, position: 0 };
}

const questionOf = ({ account, question, answers }: QuestionRecord) => ({
  account,
  question,
  standings: answers.map(({ standing }) => standing),
});
const queue = (...records: QuestionRecord[]) => toVerify(records.map(questionOf));

describe('the questions to verify', () => {
  it.each<[Standing[], boolean]>([
    [['unverified', 'unverified'], true],
    [['declared', 'unverified'], true],
    [['declared', 'declared', 'refused'], true],
    [['unverified'], false],
    [['unverified', 'refused', 'refused'], false],
    [['unverified', 'unverified', 'confirmed'], false],
    [[], false],
  ])('of answers that are %j: %s', (standings, isThere) => {
    const question = { account: null, question: CITY, standings };
    expect(toVerify([question])).toEqual(isThere ? [question] : []);
  });

  it('lose one that is settled by its owner, refusals kept', () => {
    const record = settle(refuse(list('marie'), list('marie'), 'NICE', 2), 'PARIS');
    expect(record?.answers.map(({ text, standing }) => [text, standing])).toEqual([
      ['NICE', 'refused'],
      ['PARIS', 'declared'],
    ]);
    expect(queue(record ?? list('marie'))).toEqual([]);
  });

  it('have answers remembered again once one is settled, though none was to be', () => {
    const record = { ...list('marie'), never: true as const };
    const known = { exact: [record], otherSpellings: [] };
    expect(advise({ question: CITY, propositions: TEXTS }, 'marie', known, 3)).toMatchObject({
      doubt: 'several',
    });
    expect(queue(record)).toHaveLength(1);
    expect(settle(record, 'PARIS')).not.toHaveProperty('never');
  });

  it('are settled only with an answer that is usable', () => {
    expect(settle(list(null), 'MARSEILLE')).toBeNull();
    expect(settle(refuse(list(null), list(null), 'PARIS', 2), 'PARIS')).toBeNull();
  });

  it('lose one whose answer was accepted at a login: the others stand in its way no more', () => {
    const record = confirm(list('marie'), list('marie'), 'PARIS', 2);
    expect(queue(record)).toEqual([]);
    const known = { exact: [record], otherSpellings: [] };
    expect(advise({ question: CITY, propositions: TEXTS }, 'marie', known, 3)).toMatchObject({
      kind: 'answer',
      proposition: 'PARIS',
      confirmed: true,
    });
  });

  it('lose one of all accounts too, once an account of its own has an accepted answer', () => {
    const shared = list(null);
    const own = confirm(null, { account: 'marie', question: CITY }, 'PARIS', 2);
    expect(queue(shared)).toHaveLength(1);
    expect(queue(shared, own)).toEqual([]);
    const known = { exact: [own, shared], otherSpellings: [] };
    expect(advise({ question: CITY, propositions: TEXTS }, 'marie', known, 3)).toMatchObject({
      kind: 'answer',
      proposition: 'PARIS',
    });
  });

  it('keep one of another account: its owner may answer otherwise', () => {
    const own = confirm(null, { account: 'marie', question: CITY }, 'PARIS', 2);
    expect(queue(list('paul'), own)).toMatchObject([{ account: 'paul' }]);
  });
});
