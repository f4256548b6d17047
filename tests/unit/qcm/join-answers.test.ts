import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';
import { type ConflictChoice, isConflict, joinAnswers } from '../../../lib/qcm/join-answers.ts';
import { planImport } from '../../../lib/qcm/plan.ts';

const answers = (...all: [string, Standing][]): Answer[] =>
  all.map(([text, standing]) => ({ text, standing, addedAt: 1 }));
const said = (all: readonly Answer[]) => all.map(({ text, standing }) => `${text} ${standing}`);

describe('a conflict', () => {
  it.each<[ConflictChoice, Answer[], Answer[], string[]]>([
    ['mine', answers(['A', 'declared']), answers(['B', 'declared']), ['A declared']],
    ['both', answers(['A', 'declared']), answers(['B', 'declared']), ['A declared', 'B declared']],
    ['file', answers(['A', 'declared']), answers(['B', 'declared']), ['B declared']],
    ['mine', answers(['A', 'confirmed']), answers(['B', 'declared']), ['A confirmed']],
    ['both', answers(['A', 'confirmed']), answers(['B', 'declared']), ['B declared', 'A confirmed']],
    // What is confirmed is not overtaken: taking the file's only adds.
    ['file', answers(['A', 'confirmed']), answers(['B', 'declared']), ['B declared', 'A confirmed']],
    [
      'file',
      answers(['A', 'unverified'], ['B', 'declared'], ['C', 'refused']),
      answers(['D', 'unverified'], ['C', 'unverified'], ['A', 'declared']),
      ['C refused', 'D unverified', 'A declared'],
    ],
  ])('settled by %s, of %j and %j', (choice, known, imported, expected) => {
    expect(said(joinAnswers(known, imported, choice))).toEqual(expected);
  });

  it('is none where what the file says is known, or all that is known was refused', () => {
    const refused = answers(['A', 'refused']);
    expect(isConflict(answers(['A', 'declared'], ['B', 'declared']), answers(['A', 'declared']))).toBe(false);
    expect(isConflict(refused, answers(['B', 'declared']))).toBe(false);
    expect(isConflict(answers(['A', 'declared']), answers(['B', 'declared']))).toBe(true);
  });

  it('settled in any way keeps what EcoleDirecte said, and is none any more unless mine are kept', () => {
    const texts = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 });
    const some = (...standings: Standing[]) =>
      texts.chain((all) =>
        fc
          .array(fc.constantFrom(...standings), { minLength: all.length, maxLength: all.length })
          .map((kinds) =>
            answers(...all.map((text, place): [string, Standing] => [text, kinds[place] ?? 'declared'])),
          ),
      );
    const choices = fc.constantFrom<ConflictChoice>('mine', 'both', 'file');
    const known = some('unverified', 'declared', 'refused', 'confirmed');
    fc.assert(
      fc.property(known, some('unverified', 'declared'), choices, (mine, imported, choice) => {
        const settled = joinAnswers(mine, imported, choice);
        for (const standing of ['confirmed', 'refused']) {
          const of = (all: Answer[]) => all.filter((one) => one.standing === standing);
          expect(of(settled)).toEqual(of(mine));
        }
        expect(new Set(settled.map(({ text }) => text)).size).toBe(settled.length);
        if (choice === 'mine') expect(settled).toEqual(mine);
        else expect(imported.every(({ text }) => settled.some((one) => one.text === text))).toBe(true);
      }),
    );
  });
});

describe('an import with conflicts', () => {
  const record = (question: string, all: Answer[]): QuestionRecord => ({
    account: null,
    question,
    answers: all,
    addedAt: 1,
    position: 0,
  });
  const entry = (question: string, ...texts: string[]) => ({ question, answers: texts, whole: true });
  const existing = [record('p', answers(['A', 'declared'])), record('q', answers(['A', 'confirmed']))];
  const entries = [entry('p', 'B'), entry('q', 'B'), entry('r', 'C')];
  const plan = (choiceOf: (question: string) => ConflictChoice) =>
    planImport(existing, entries, { account: null, lastIsDeclared: false, choiceOf, now: 2 });

  it('tells each with both sides’ worth, and leaves mine alone by default', () => {
    const { counts, lists, records } = plan(() => 'mine');
    expect(counts).toEqual({ added: 1, merged: 0, unchanged: 2, toVerify: 0, conflicts: 2 });
    expect(lists.conflicts).toEqual([
      { question: 'p', answers: ['B'], more: 0, confirmed: false },
      { question: 'q', answers: ['B'], more: 0, confirmed: true },
    ]);
    expect(records.map(({ question }) => question)).toEqual(['r']);
  });

  it('writes what was chosen for each', () => {
    const { counts, records } = plan((question) => (question === 'p' ? 'file' : 'both'));
    expect(counts).toEqual({ added: 1, merged: 2, unchanged: 0, toVerify: 0, conflicts: 2 });
    expect(records.map((one) => said(one.answers))).toEqual([
      ['B declared'],
      ['B declared', 'A confirmed'],
      ['C declared'],
    ]);
  });

  it('lists the first hundred of each kind, and of each question the first five answers', () => {
    const many = Array.from({ length: 250 }, (_, place) =>
      entry(`n${place}`, 'A', 'B', 'C', 'D', 'E', 'F', 'G'),
    );
    const { counts, lists } = planImport([], many, {
      account: null,
      lastIsDeclared: false,
      choiceOf: () => 'mine',
      now: 2,
    });
    expect([counts.added, counts.toVerify]).toEqual([250, 250]);
    expect([lists.added.length, lists.toVerify.length]).toEqual([100, 100]);
    expect(lists.added[99]).toEqual({ question: 'n99', answers: ['A', 'B', 'C', 'D', 'E'], more: 2 });
  });
});
