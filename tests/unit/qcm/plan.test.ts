import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, QuestionRecord, Standing } from '../../../lib/challenge/answer.ts';
import { toVerify } from '../../../lib/challenge/to-verify.ts';
import { type ImportOptions, planImport } from '../../../lib/qcm/plan.ts';
import type { QcmEntry } from '../../../lib/qcm/types.ts';

const BEFORE = 10;
const NOW = 20;
const options: ImportOptions = {
  account: 'marie',
  lastIsDeclared: false,
  choiceOf: () => 'both',
  now: NOW,
};
const python = { ...options, lastIsDeclared: true };
const entry = (question: string, answers: string[], whole = true): QcmEntry => ({ question, answers, whole });
const record = (
  question: string,
  answers: [string, Standing][],
  account: string | null = 'marie',
): QuestionRecord => ({
  account,
  question,
  answers: answers.map(([text, standing]) => ({ text, standing, addedAt: BEFORE })),
  addedAt: BEFORE,
  position: 7,
});
const standings = (answers: readonly Answer[] | undefined) =>
  answers?.map(({ text, standing }) => `${text} ${standing}`);

describe('importing into an empty vault', () => {
  it('declares what is alone, doubts what is not, and remembers the order of the file', () => {
    const { counts, records } = planImport([], [entry('2', ['PARIS']), entry('1', ['5A', '4A'])], options);
    expect(counts).toEqual({ added: 2, merged: 0, unchanged: 0, toVerify: 1, conflicts: 0 });
    expect(records).toEqual([
      {
        account: 'marie',
        question: '2',
        answers: [{ text: 'PARIS', standing: 'declared', addedAt: NOW }],
        addedAt: NOW,
        position: 0,
      },
      {
        account: 'marie',
        question: '1',
        answers: [
          { text: '5A', standing: 'unverified', addedAt: NOW },
          { text: '4A', standing: 'unverified', addedAt: NOW },
        ],
        addedAt: NOW,
        position: 1,
      },
    ]);
  });

  it('declares the last of several in the file of a Python client, and has it checked all the same', () => {
    const { counts, lists, records } = planImport([], [entry('q', ['5A', '4A'])], python);
    expect(standings(records[0]?.answers)).toEqual(['5A unverified', '4A declared']);
    expect(counts.toVerify).toBe(1);
    expect(lists.toVerify).toMatchObject([{ question: 'q' }]);
  });

  it.each([options, python])('doubts every answer of a list that is not whole (%j)', (how) => {
    const { records } = planImport([], [entry('q', ['5A'], false), entry('r', ['5A', '4A'], false)], how);
    expect(records.map(({ answers }) => standings(answers))).toEqual([
      ['5A unverified'],
      ['5A unverified', '4A unverified'],
    ]);
  });

  it('counts a question of two files once, and has it checked when they differ', () => {
    const { counts, records } = planImport(
      [],
      [entry('q', ['A']), entry('r', ['C']), entry('q', ['B'])],
      options,
    );
    expect(counts).toEqual({ added: 2, merged: 0, unchanged: 0, toVerify: 1, conflicts: 0 });
    expect(records.map(({ position }) => position)).toEqual([0, 1]);
    expect(standings(records[0]?.answers)).toEqual(['A declared', 'B declared']);
  });

  it('takes questions named like members of objects', () => {
    const { counts, records } = planImport(
      [],
      [entry('__proto__', ['a']), entry('constructor', ['b'])],
      options,
    );
    expect(counts.added).toBe(2);
    expect(records.map(({ question }) => question)).toEqual(['__proto__', 'constructor']);
  });
});

describe('importing into what is known', () => {
  it.each<[string, [string, Standing][], string[], string[] | null]>([
    [
      'puts new answers before the confirmed one',
      [
        ['A', 'unverified'],
        ['B', 'confirmed'],
      ],
      ['C', 'D'],
      ['A unverified', 'C unverified', 'D unverified', 'B confirmed'],
    ],
    [
      'appends new answers where nothing is confirmed',
      [['A', 'declared']],
      ['C'],
      ['A declared', 'C declared'],
    ],
    [
      'declares what was unverified',
      [
        ['A', 'unverified'],
        ['B', 'unverified'],
      ],
      ['A'],
      ['A declared', 'B unverified'],
    ],
    [
      'never lowers a standing',
      [
        ['A', 'confirmed'],
        ['B', 'declared'],
      ],
      ['B', 'A'],
      null,
    ],
    ['leaves a refused answer refused', [['A', 'refused']], ['A'], null],
  ])('%s', (_, known, answers, expected) => {
    const { counts, records } = planImport([record('q', known)], [entry('q', answers)], options);
    expect(counts).toMatchObject(expected ? { merged: 1, unchanged: 0 } : { merged: 0, unchanged: 1 });
    expect(standings(records[0]?.answers) ?? null).toEqual(expected);
  });

  it('has answers remembered of a question that was to have none, once a file brings some', () => {
    const silenced = (...answers: [string, Standing][]) => ({
      ...record('q', answers),
      never: true as const,
    });
    const planned = (known: QuestionRecord, answers: string[]) =>
      planImport([known], [entry('q', answers)], options);
    expect(planned(silenced(), ['A']).records).toEqual([
      { ...record('q', []), answers: [{ text: 'A', standing: 'declared', addedAt: NOW }] },
    ]);
    expect(planned(silenced(['A', 'declared']), ['A']).counts.unchanged).toBe(1);
    expect(planned(silenced(['A', 'refused']), ['A']).records).toEqual([]);
  });

  it('keeps the dates and the place of what it changes', () => {
    const [changed] = planImport([record('q', [['A', 'unverified']])], [entry('q', ['B'])], options).records;
    expect(changed).toMatchObject({ addedAt: BEFORE, position: 7 });
    expect(changed?.answers.map(({ addedAt }) => addedAt)).toEqual([BEFORE, NOW]);
  });

  it.each(['paul', null])('does not mix with the records of account %j', (account) => {
    const { counts, records } = planImport(
      [record('q', [['A', 'confirmed']], account)],
      [entry('q', ['B'])],
      options,
    );
    expect(counts.added).toBe(1);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ account: 'marie', position: 0 });
  });

  it.each<[[string, Standing][], string[], number]>([
    [[['A', 'confirmed']], ['B'], 1],
    [[['A', 'confirmed']], ['A', 'B'], 0],
    [
      [
        ['A', 'confirmed'],
        ['B', 'unverified'],
      ],
      ['A'],
      0,
    ],
    [[['A', 'refused']], ['B'], 0],
    [
      [
        ['A', 'refused'],
        ['B', 'confirmed'],
      ],
      ['A'],
      0,
    ],
  ])('of %j and %j counts %i conflicts', (known, answers, conflicts) => {
    expect(planImport([record('q', known)], [entry('q', answers)], options).counts.conflicts).toBe(conflicts);
  });

  it.each<[[string, Standing][], string[], boolean, number]>([
    [[['A', 'confirmed']], ['B', 'C'], false, 0],
    [[['A', 'refused']], ['A', 'B'], false, 0],
    [[['A', 'declared']], ['A', 'B'], false, 1],
    [[['A', 'unverified']], ['A', 'B'], true, 1],
    [[['B', 'unverified']], ['B'], true, 0],
    [[['A', 'declared']], ['B', 'C'], true, 1],
    [
      [
        ['B', 'unverified'],
        ['A', 'declared'],
      ],
      ['C', 'B'],
      true,
      1,
    ],
    [[['C', 'refused']], ['A', 'B', 'C'], true, 1],
  ])('of %j and %j (last declared: %j) leaves %i to verify', (known, answers, lastIsDeclared, toVerify) => {
    const { counts } = planImport([record('q', known)], [entry('q', answers)], {
      ...options,
      lastIsDeclared,
    });
    expect(counts.toVerify).toBe(toVerify);
  });
});

it('counts as to verify what waits under “À vérifier” afterwards', () => {
  const elsewhere = [record('q', [['A', 'confirmed']], 'paul')];
  const count = (account: string | null) =>
    planImport(elsewhere, [entry('q', ['A', 'B'])], { ...options, account }).counts.toVerify;
  expect(count('marie')).toBe(1);
  expect(count(null)).toBe(0);
});

describe('any import', () => {
  const texts = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 });
  const question = fc.constantFrom('p', 'q', 'r');
  const files = fc.array(fc.record({ question, answers: texts, whole: fc.boolean() }));
  // As the vault keeps them: what is confirmed stands last.
  const sorted = texts.chain((all) =>
    fc
      .array(fc.constantFrom<Standing>('unverified', 'declared', 'refused', 'confirmed'), {
        minLength: all.length,
        maxLength: all.length,
      })
      .map((kinds) =>
        all
          .map((text, place): [string, Standing] => [text, kinds[place] ?? 'unverified'])
          .sort(([, one], [, other]) => Number(one === 'confirmed') - Number(other === 'confirmed')),
      ),
  );
  const vaults = fc.uniqueArray(
    fc
      .tuple(question, sorted, fc.constantFrom('marie', null))
      .map(([name, answers, account]) => record(name, answers, account)),
    { selector: ({ question: name, account }) => `${account} ${name}` },
  );

  it('counts each question once, loses nothing, overtakes nothing, and changes nothing when done again', () => {
    fc.assert(
      fc.property(vaults, files, fc.boolean(), (existing, entries, lastIsDeclared) => {
        const how = { ...options, lastIsDeclared };
        const untouched = structuredClone(existing);
        const { counts, records } = planImport(existing, entries, how);
        expect(existing).toEqual(untouched);
        expect(counts.added + counts.merged + counts.unchanged).toBe(
          new Set(entries.map((one) => one.question)).size,
        );
        expect(records.length).toBe(counts.added + counts.merged);

        for (const { question: name, account, answers } of records) {
          expect(account).toBe('marie');
          const all = answers.map(({ text }) => text);
          expect(new Set(all).size).toBe(all.length);
          const known =
            existing.find((one) => one.question === name && one.account === account)?.answers ?? [];
          const better = (one: Answer): Standing[] =>
            one.standing === 'unverified' ? ['unverified', 'declared'] : [one.standing];
          for (const one of known) {
            expect(better(one)).toContain(answers.find(({ text }) => text === one.text)?.standing);
          }
          const confirmed = known.filter(({ standing }) => standing === 'confirmed');
          expect(answers.slice(answers.length - confirmed.length)).toEqual(confirmed);
        }

        const questions = new Set(records.map((one) => one.question));
        const after = [
          ...existing.filter((one) => one.account !== 'marie' || !questions.has(one.question)),
          ...records,
        ];
        const asked = new Set<string>(entries.map((one) => one.question));
        const waiting = toVerify(
          after.map((one) => ({ ...one, standings: one.answers.map(({ standing }) => standing) })),
        );
        expect(counts.toVerify).toBe(
          waiting.filter((one) => one.account === 'marie' && asked.has(one.question)).length,
        );
        const again = planImport(after, entries, how);
        expect(again.records).toEqual([]);
        expect(again.counts).toMatchObject({ added: 0, merged: 0, toVerify: counts.toVerify });
      }),
      { numRuns: 2_000 },
    );
  });
});
