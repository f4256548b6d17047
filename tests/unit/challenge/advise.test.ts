import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, type Known } from '../../../lib/challenge/advise.ts';
import type { Answer, QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';

const NOW = new Date(2026, 10, 23).getTime();
const CITY = 'Quelle est votre ville de résidence ?';
const challenge = { question: CITY, propositions: ['LYON', 'PARIS', 'LILLE', 'BREST', 'NICE'] };

const answer = (text: string, standing: Standing, at = NOW - 1000): Answer => {
  return { text, standing, addedAt: at, ...(standing === 'confirmed' ? { confirmedAt: at } : {}) };
};
const record = (account: string | null, ...answers: Answer[]): QuestionRecord => {
  return { account, question: CITY, answers, addedAt: 0, position: 0 };
};
const exactly = (...exact: QuestionRecord[]): Known => ({ exact, otherSpellings: [] });

describe('what is advised', () => {
  it('is unknown when nothing is remembered', () => {
    expect(advise(challenge, 'a', exactly(), NOW)).toEqual({ kind: 'unknown', refused: [] });
  });

  it.each(['confirmed', 'declared', 'unverified'] as const)(
    'is the one %s answer that is offered',
    (standing) => {
      expect(
        advise(
          challenge,
          'a',
          exactly(record('a', answer('PARIS', standing), answer('ROUEN', 'unverified'))),
          NOW,
        ),
      ).toEqual({
        kind: 'answer',
        proposition: 'PARIS',
        confirmed: standing === 'confirmed',
        candidates: [],
        refused: [],
      });
    },
  );

  it('is not what was confirmed by a clock that was ahead, once another answer is confirmed', () => {
    const ahead = answer('LYON', 'confirmed', NOW + 31_536_000_000);
    const known = exactly(record('a', ahead, answer('PARIS', 'confirmed', NOW - 5)));
    expect(advise(challenge, 'a', known, NOW)).toMatchObject({ kind: 'answer', proposition: 'PARIS' });
  });

  it('is the latest confirmed among several, the others being candidates', () => {
    const known = exactly(
      record(
        'a',
        answer('LYON', 'declared'),
        answer('NICE', 'confirmed', NOW - 10),
        answer('PARIS', 'confirmed', NOW - 5),
      ),
    );
    expect(advise(challenge, 'a', known, NOW)).toMatchObject({
      kind: 'answer',
      proposition: 'PARIS',
      confirmed: true,
      candidates: ['LYON', 'NICE'],
    });
  });

  it('is only candidates when several are offered and none is confirmed', () => {
    const known = exactly(record('a', answer('LYON', 'unverified'), answer('PARIS', 'declared')));
    expect(advise(challenge, 'a', known, NOW)).toEqual({
      kind: 'candidates',
      candidates: ['LYON', 'PARIS'],
      doubt: 'several',
      refused: [],
    });
  });

  it('is not-offered when no remembered answer is among the propositions', () => {
    expect(advise(challenge, 'a', exactly(record('a', answer('ROUEN', 'confirmed'))), NOW).kind).toBe(
      'not-offered',
    );
  });

  it('is only a candidate when the answer is offered in another spelling', () => {
    expect(advise(challenge, 'a', exactly(record('a', answer('Paris', 'confirmed'))), NOW)).toMatchObject({
      kind: 'candidates',
      candidates: ['PARIS'],
      doubt: 'other-answer-spelling',
    });
  });

  it('is only candidates when only another spelling of the question is known', () => {
    const known = { exact: [], otherSpellings: [record('a', answer('PARIS', 'confirmed'))] };
    expect(advise(challenge, 'a', known, NOW)).toMatchObject({
      kind: 'candidates',
      candidates: ['PARIS'],
      doubt: 'other-spelling',
    });
  });

  it('never proposes a refused answer again, and says which it was', () => {
    expect(advise(challenge, 'a', exactly(record('a', answer('PARIS', 'refused'))), NOW)).toEqual({
      kind: 'unknown',
      refused: ['PARIS'],
    });
  });

  it('keeps an answer refused for this account refused, though it is remembered for all accounts', () => {
    const known = exactly(record(null, answer('PARIS', 'declared')), record('a', answer('PARIS', 'refused')));
    expect(advise(challenge, 'a', known, NOW)).toEqual({ kind: 'unknown', refused: ['PARIS'] });
  });

  it('does not take what was confirmed without a known account as confirmed for this one', () => {
    expect(advise(challenge, 'a', exactly(record(null, answer('PARIS', 'confirmed'))), NOW)).toMatchObject({
      kind: 'answer',
      confirmed: false,
    });
  });

  it('marks the answers of named accounts as candidates when the account was not seen', () => {
    const known = {
      ...exactly(),
      unknownAccounts: [record('a', answer('PARIS', 'confirmed')), record('b', answer('LYON', 'confirmed'))],
    };
    expect(advise(challenge, null, known, NOW)).toMatchObject({
      kind: 'candidates',
      candidates: ['LYON', 'PARIS'],
      doubt: 'account-unknown',
    });
  });

  it('is only a candidate when the same text is offered twice', () => {
    const twice = { question: CITY, propositions: ['PARIS', 'LYON', 'PARIS'] };
    expect(advise(twice, 'a', exactly(record('a', answer('PARIS', 'confirmed'))), NOW).kind).toBe(
      'candidates',
    );
  });
});

describe('a new school year', () => {
  const classQuestion = { question: 'Quelle est votre classe ?', propositions: ['5A', '4A', '3A'] };
  const level = { question: 'Quel est le niveau scolaire de Léa ?', propositions: ['5A', '4A', '3A'] };
  const known = (at: number) => exactly(record('a', answer('5A', 'confirmed', at)));
  const [before, after] = [new Date(2026, 7, 31).getTime(), new Date(2026, 8, 1).getTime()];

  it.each([classQuestion, level])('makes an older answer to "$question" a candidate', (asked) => {
    expect(advise(asked, 'a', known(before), NOW)).toMatchObject({
      kind: 'candidates',
      doubt: 'school-year',
    });
    expect(advise(asked, 'a', known(after), NOW)).toMatchObject({ kind: 'answer', proposition: '5A' });
  });

  it('has not begun on 31 August', () => {
    const lastAutumn = new Date(2025, 8, 1).getTime();
    expect(advise(level, 'a', known(lastAutumn), before).kind).toBe('answer');
    expect(advise(level, 'a', known(lastAutumn - 1), before).kind).toBe('candidates');
  });

  it('changes nothing for a birth year', () => {
    const birth = { question: 'Quelle est votre année de naissance ?', propositions: ['1970', '5A'] };
    expect(advise(birth, 'a', known(before), NOW).kind).toBe('answer');
  });
});

describe('whatever is remembered', () => {
  const texts = fc.constantFrom('LYON', 'PARIS', 'Paris', 'LILLE', 'ROUEN');
  const standings = fc.constantFrom<Standing[]>('confirmed', 'declared', 'unverified', 'refused');
  const answers = fc.array(fc.tuple(texts, standings, fc.integer({ min: 0, max: NOW })), { maxLength: 5 });
  const accounts = fc.constantFrom('a', null);
  const records = fc
    .array(fc.tuple(accounts, answers), { maxLength: 3 })
    .map((all) =>
      all.map(([account, list]) =>
        record(account, ...list.map(([text, standing, at]) => answer(text, standing, at))),
      ),
    );

  it('tells nothing beside the propositions, and never a refused answer as an answer or a candidate', () => {
    fc.assert(
      fc.property(records, records, accounts, (exact, otherSpellings, account) => {
        const advice = advise(challenge, account, { exact, otherSpellings }, NOW);
        const told = [
          ...('proposition' in advice ? [advice.proposition] : []),
          ...('candidates' in advice ? advice.candidates : []),
        ];
        const refused = 'refused' in advice ? advice.refused : [];
        for (const text of [...told, ...refused]) expect(challenge.propositions).toContain(text);
        expect(told.filter((text) => refused.includes(text))).toEqual([]);
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 2000 },
    );
  });
});
