import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from '../../../lib/health/is-blank.ts';
import { decodeBytes } from '../../../lib/qcm/decode.ts';
import {
  MAX_ANSWERS,
  MAX_PROBLEMS,
  MAX_QUESTIONS,
  MAX_TEXT,
  type ParsedQcm,
  type Problem,
  type ProblemCode,
  parseQcm,
} from '../../../lib/qcm/parse.ts';
import { repairText } from '../../../lib/qcm/repair.ts';
import type { QcmEntry } from '../../../lib/qcm/types.ts';
import { fixtureBytes, fixtureNames } from './fixture.ts';

const entry = (question: string, answers: string[], whole = true): QcmEntry => ({ question, answers, whole });
const problem = (code: ProblemCode, line: number, column: number, question?: string): Problem =>
  question === undefined ? { code, line, column } : { code, line, column, question };
const read = (entries: QcmEntry[], problems: Problem[] = []): ParsedQcm => ({
  ok: true,
  entries,
  problems,
  unlisted: 0,
});
const refused = (code: ProblemCode, line: number, column: number): ParsedQcm => ({
  ok: false,
  problem: problem(code, line, column),
});
const summary = (text: string) => {
  const parsed = parseQcm(text);
  if (!parsed.ok) return parsed.problem.code;
  return { entries: parsed.entries, codes: parsed.problems.map(({ code }) => code) };
};

const CITY = 'Quelle est votre ville de résidence ?';
const YEAR = 'Quelle est votre année de naissance ?';
const HOUSEHOLD = [
  entry(CITY, ['PARIS']),
  entry(YEAR, ['1970']),
  entry('Quel est le mois de naissance de Zoé ?', ['janvier']),
  entry('Quel est le niveau scolaire de Léa ?', ['CINQUIEMES', 'QUATRIEMES']),
];
const misread = (encoding: string) =>
  HOUSEHOLD.map(({ question, ...rest }) => ({
    ...rest,
    question: new TextDecoder(encoding).decode(new TextEncoder().encode(question)),
  }));
const MONTH = 'Quel est votre mois de naissance ?';

const FIXTURES: Record<string, ParsedQcm> = {
  'ascii.json': read(HOUSEHOLD),
  'broken-comments.json': refused('comment', 2, 26),
  'broken-list.json': refused('not-an-object', 1, 1),
  'broken-python-dict.json': refused('unexpected', 1, 2),
  'broken-shapes.json': read(
    [
      entry(CITY, ['PARIS']),
      entry(YEAR, ['1970']),
      entry('doublons', ['A', 'B']),
      entry(MONTH, ['janvier'], false),
    ],
    [
      problem('string-as-list', 2, 44, CITY),
      problem('number-as-text', 4, 5, YEAR),
      problem('empty-answers', 6, 3, 'vide'),
      problem('duplicate-answer', 9, 5, 'doublons'),
      problem('value-skipped', 14, 5, MONTH),
      problem('value-skipped', 15, 5, MONTH),
    ],
  ),
  'broken-trailing-comma.json': refused('unexpected', 4, 3),
  'broken-truncated.json': refused('cut-off', 3, 3),
  'broken-two-objects.json': refused('trailing-text', 2, 1),
  'home-assistant-unpruned.json': read([
    entry(CITY, ['LYON']),
    entry("Quelle est l'année de naissance de Léa ?", '2008 2009 2010 2011 2012 2013 2014 2015'.split(' ')),
    entry('Quel est le mois de naissance de Léa ?', 'mars janvier octobre mai juin décembre août'.split(' ')),
  ]),
  'hostile-keys.json': read([
    entry('__proto__', ['polluted']),
    entry('constructor', ['x']),
    entry('1970', ['integer-like key']),
    entry('2', ['b']),
    entry('toString', ['y']),
    entry('<img src=x onerror=alert(1)>', ['<script>alert(1)</script>']),
  ]),
  'mojibake.json': read(misread('windows-1252')),
  'mojibake-macintosh.json': read(misread('macintosh')),
  'py-client.json': read(HOUSEHOLD),
  'repeated.json': read(
    [entry('Ville ?', ['LYON', 'PARIS']), entry('Classe ?', ['5A'])],
    [
      problem('empty-answer', 3, 16, 'Classe ?'),
      problem('repeated-question', 4, 3, 'Ville ?'),
      problem('duplicate-answer', 4, 23, 'Ville ?'),
      problem('empty-question', 5, 3, ''),
      problem('value-not-a-list', 6, 13, 'Mois ?'),
      problem('value-not-a-list', 7, 13, 'Jour ?'),
    ],
  ),
  'seed-example.json': read([
    entry(CITY, ['PARIS']),
    entry('Quel est le niveau scolaire de <prénom> ?', ['QUATRIEMES']),
    entry(YEAR, ['1970']),
  ]),
  'utf-16-be-bom.json': read(HOUSEHOLD),
  'utf-16-be.json': read(HOUSEHOLD),
  'utf-16-le-bom.json': read(HOUSEHOLD),
  'utf-16-le.json': read(HOUSEHOLD),
  'utf-8-bom-crlf.json': read(HOUSEHOLD),
  'windows-1252.json': read(HOUSEHOLD),
};

describe('every sample file', () => {
  it('is in the table', () => {
    expect(Object.keys(FIXTURES).sort()).toEqual(fixtureNames());
  });

  it.each(Object.entries(FIXTURES))('%s is read or refused as a user would want', (name, expected) => {
    expect(parseQcm(decodeBytes(fixtureBytes(name)).text)).toEqual(expected);
  });

  it.each(['mojibake.json', 'mojibake-macintosh.json'])('%s can be repaired', (name) => {
    const parsed = parseQcm(decodeBytes(fixtureBytes(name)).text);
    const questions = parsed.ok && parsed.entries.map(({ question }) => repairText(question));
    expect(questions).toEqual(HOUSEHOLD.map(({ question }) => question));
  });
});

describe('reading a qcm.json', () => {
  it.each<[string, string, QcmEntry[], ProblemCode[]]>([
    [
      'a number in place of a list',
      '{"q": 1970}',
      [entry('q', ['1970'])],
      ['string-as-list', 'number-as-text'],
    ],
    [
      'the source of a number',
      '{"q": [1.50e2, -0]}',
      [entry('q', ['1.50e2', '-0'])],
      ['number-as-text', 'number-as-text'],
    ],
    [
      'an answer that comes again, which a Python client would send where it stands last',
      '{"q": ["A", "B", "A"], "r": ["A", "A", "B"]}',
      [entry('q', ['B', 'A']), entry('r', ['A', 'B'])],
      ['duplicate-answer', 'duplicate-answer'],
    ],
    [
      'a number and the same as text',
      '{"q": [7, "7"]}',
      [entry('q', ['7'])],
      ['number-as-text', 'duplicate-answer'],
    ],
    [
      'an empty text in place of a list',
      '{"q": ""}',
      [],
      ['empty-answers', 'string-as-list', 'empty-answer'],
    ],
    ['only blank answers', '{"q": [" \\u00a0"]}', [], ['empty-answers', 'empty-answer']],
    [
      'answers and questions of invisible characters alone',
      '{"q": ["\\u200b\\u00ad", "\\u2060", "a"], "\\u200b\\ufeff": ["b"]}',
      [entry('q', ['a'])],
      ['empty-answer', 'empty-answer', 'empty-question'],
    ],
    ['only what is no text', '{"q": [null]}', [], ['empty-answers', 'value-skipped']],
    [
      'lists in a list',
      '{"q": ["a", ["b", ["c"]], "d"]}',
      [entry('q', ['a', 'd'], false)],
      ['value-skipped'],
    ],
    ['lists in an object', '{"q": {"r": ["a"]}, "s": ["b"]}', [entry('s', ['b'])], ['value-not-a-list']],
    [
      'an unreadable value before a list',
      '{"q": null, "q": ["a"]}',
      [entry('q', ['a'], false)],
      ['value-not-a-list', 'repeated-question'],
    ],
    [
      'an unreadable list after a list',
      '{"q": ["a"], "q": [true]}',
      [entry('q', ['a'], false)],
      ['repeated-question', 'value-skipped'],
    ],
    ['an empty list after a list', '{"q": ["a"], "q": []}', [entry('q', ['a'])], ['repeated-question']],
    ['blank questions', '{" ": ["a", null], "\\t": {"a": 1}}', [], ['empty-question', 'empty-question']],
    ['spaces around texts, which are theirs', '{" q ": [" a "]}', [entry(' q ', [' a '])], []],
    ['escapes', '{"\\u0071\\ud83d\\ude00": ["\\/\\n"]}', [entry('q😀', ['/\n'])], []],
    ['an empty object', '{}', [], []],
  ])('takes %s for what it can only mean', (_, text, entries, codes) => {
    expect(summary(text)).toEqual({ entries, codes });
  });

  it.each(['[]', '"q"', '1', 'null', '[{"q": ["a"]}]', '[["a"]]'])(
    'refuses %s, which is no object',
    (text) => {
      expect(parseQcm(text)).toEqual(refused('not-an-object', 1, 1));
    },
  );

  it('keeps what is within the limits and tells of what is beyond', () => {
    const long = 'a'.repeat(MAX_TEXT);
    expect(summary(`{"${long}": ["${long}"]}`)).toEqual({ entries: [entry(long, [long])], codes: [] });
    expect(summary(`{"${long}a": ["x"], "q": ["x", "${long}a"]}`)).toEqual({
      entries: [entry('q', ['x'], false)],
      codes: ['text-too-long', 'text-too-long'],
    });
    expect(summary(`{"q": "${long}a", "q": ["x"]}`)).toMatchObject({ entries: [entry('q', ['x'], false)] });
  });

  it('caps the answers of a question, however many lists they come in', () => {
    const lists = Array.from({ length: 2 }, (_, list) =>
      JSON.stringify(Array.from({ length: MAX_ANSWERS - 1 }, (_, place) => `${list} ${place}`)),
    );
    const parsed = parseQcm(`{"q": ${lists[0]}, "q": ${lists[1]}}`);
    expect(parsed.ok && parsed.entries[0]?.answers.length).toBe(MAX_ANSWERS);
    expect(parsed.ok && parsed.entries[0]?.whole).toBe(false);
    expect(parsed.ok && parsed.problems[1]?.code).toBe('too-many-answers');
  });

  it('reads any file of the right shape as JSON does, in its own order', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.nat().map(String),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'é\u2028"\\'),
    );
    const texts = text.filter((one) => !isBlank(one));
    const file = fc.uniqueArray(fc.tuple(texts, fc.uniqueArray(texts, { minLength: 1, maxLength: 4 })), {
      selector: ([question]) => question,
    });
    fc.assert(
      fc.property(file, fc.constantFrom('', ' ', '\n', '\r\n\t'), (pairs, blank) => {
        const members = pairs.map(
          ([question, answers]) =>
            `${blank}${JSON.stringify(question)}${blank}:${blank}[${answers.map((one) => blank + JSON.stringify(one)).join(`${blank},`)}]`,
        );
        expect(parseQcm(`${blank}{${members.join(`${blank},`)}${blank}}${blank}`)).toEqual(
          read(pairs.map(([question, answers]) => entry(question, answers))),
        );
      }),
    );
  });
});

describe('a hostile file', () => {
  it('does not reach the prototype of objects', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const parsed = parseQcm(
      '{"__proto__": {"polluted": true}, "__proto__": ["a"], "constructor": {"prototype": 1}}',
    );
    expect(parsed).toMatchObject({ ok: true, entries: [entry('__proto__', ['a'], false)] });
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });

  it('is refused when it is nested a million deep, in a list too', () => {
    expect(summary('['.repeat(1_000_000))).toBe('too-deep');
    expect(summary(`{"q": ["a", ${'['.repeat(1_000_000)}`)).toBe('too-deep');
  });

  it('is refused beyond the number of questions, and not before', () => {
    const questions = (count: number) =>
      `{${Array.from({ length: count }, (_, place) => `"${place}":["a"]`).join()}}`;
    const atLimit = parseQcm(questions(MAX_QUESTIONS));
    expect(atLimit.ok && atLimit.entries.length).toBe(MAX_QUESTIONS);
    expect(summary(questions(1_000_000))).toBe('too-many-questions');
  });

  it('has its first thousand problems told and the others counted', () => {
    const parsed = parseQcm(`{"q": [${Array.from({ length: 1_000_000 }, () => '"a"').join()}]}`);
    if (!parsed.ok) throw new Error(parsed.problem.code);
    expect(parsed.entries).toEqual([entry('q', ['a'])]);
    expect(parsed.problems.length).toBe(MAX_PROBLEMS);
    expect(parsed.unlisted).toBe(999_999 - MAX_PROBLEMS);
  });

  it('can be of blanks, escapes or digits alone', () => {
    const many = 5_000_000;
    expect(summary(' '.repeat(many))).toBe('cut-off');
    expect(summary(`{"q": ["${'\\n'.repeat(many)}", ${'1'.repeat(many)}]}`)).toEqual({
      entries: [],
      codes: ['empty-answers', 'empty-answer', 'text-too-long'],
    });
  });
});
