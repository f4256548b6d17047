import { describe, expect, test } from 'vitest';
import { isArmoredAge, isBinaryAge } from '../../../lib/backup/age.ts';
import { isFernetKey, isFernetToken } from '../../../lib/backup/fernet.ts';
import { decodeBytes } from '../../../lib/qcm/decode.ts';
import { MAX_ANSWERS, MAX_QUESTIONS, MAX_TEXT, type ParsedQcm, parseQcm } from '../../../lib/qcm/parse.ts';
import { planImport } from '../../../lib/qcm/plan.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
const many = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join(',');

/** Each a file that somebody could hand over, out of malice or by accident, and what comes of it. */
const HOSTILE: Record<string, [file: Uint8Array | string, outcome: string]> = {
  'nothing at all': ['', 'cut-off 1:1'],
  'blanks alone': [' \n\t\r\n ', 'cut-off 3:2'],
  'one zero byte': [new Uint8Array([0]), 'unexpected 1:1'],
  'zero bytes': [new Uint8Array(1_000), 'unexpected 1:1'],
  'a byte order mark alone': [new Uint8Array([0xef, 0xbb, 0xbf]), 'cut-off 1:1'],
  'an UTF-16 mark alone': [new Uint8Array([0xff, 0xfe]), 'cut-off 1:1'],
  'half an UTF-16 character': [new Uint8Array([0xff, 0xfe, 0x7b]), 'unexpected 1:1'],
  'two marks': [new Uint8Array([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x7b, 0x7d]), 'unexpected 1:1'],
  'bytes of every value': [Uint8Array.from({ length: 256 }, (_, value) => value), 'unexpected 1:1'],
  'a picture': [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'unexpected 1:1',
  ],
  'a zip': [new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'unexpected 1:1'],
  'a gzip': [new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'unexpected 1:1'],
  'a pickle': [new Uint8Array([0x80, 4, 0x95, 0x10, 0, 0, 0, 0x2e]), 'unexpected 1:1'],
  'a lone surrogate, escaped': ['{"Q ?": ["\\ud800"]}', '1 with 1'],
  'a lone surrogate as bytes': [
    new Uint8Array([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x5b, 0x5d, 0x7d]),
    '0 with 0, empty-answers 1',
  ],
  'overlong UTF-8': [
    new Uint8Array([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x5b, 0x5d, 0x7d]),
    '0 with 0, empty-answers 1',
  ],
  HTML: ['<!doctype html><script>alert(1)</script>', 'unexpected 1:1'],
  XML: ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'unexpected 1:1'],
  'a call, as JSONP has it': ['callback({"Q ?": ["A"]})', 'unexpected 1:1'],
  'a prefix against hijacking': [')]}\',\n{"Q ?": ["A"]}', 'unexpected 1:1'],
  'code in Python': ["{'Q ?': ['A'], 'R ?': __import__('os').system('true')}", 'unexpected 1:2'],
  YAML: ['Q ?:\n  - A\n', 'unexpected 1:1'],
  CSV: ['Q ?;A\r\nR ?;B\r\n', 'unexpected 1:1'],
  'JSON by the line': ['{"Q ?": ["A"]}\n{"R ?": ["B"]}\n', 'trailing-text 2:1'],
  'a list': ['["Q ?", "A"]', 'not-an-object 1:1'],
  'a text': ['"Q ?"', 'not-an-object 1:1'],
  'a number': ['42', 'not-an-object 1:1'],
  null: ['null', 'not-an-object 1:1'],
  'true alone': ['true', 'not-an-object 1:1'],
  NaN: ['{"Q ?": [NaN]}', 'unexpected 1:10'],
  Infinity: ['{"Q ?": [-Infinity]}', 'unexpected 1:10'],
  'a number without end': [`{"Q ?": [${'9'.repeat(100_000)}]}`, '0 with 0, empty-answers 1, text-too-long 1'],
  'an exponent without end': ['{"Q ?": [1e999999999]}', '1 with 1, number-as-text 1'],
  'a hexadecimal number': ['{"Q ?": [0x10]}', 'unexpected 1:11'],
  'single quotes': ["{'Q ?': ['A']}", 'unexpected 1:2'],
  'a comment': ['{"Q ?": ["A"] /* good */}', 'comment 1:15'],
  'a comma too many': ['{"Q ?": ["A",]}', 'unexpected 1:14'],
  'a comma too few': ['{"Q ?": ["A" "B"]}', 'unexpected 1:14'],
  'no colon': ['{"Q ?" ["A"]}', 'unexpected 1:8'],
  'a key that is no text': ['{1: ["A"]}', 'unexpected 1:2'],
  'a text without end': ['{"Q ?": ["A', 'cut-off 1:10'],
  'an object without end': ['{"Q ?": ["A"]', 'cut-off 1:14'],
  'a line break in a text': ['{"Q\n?": ["A"]}', 'bad-string 1:2'],
  'a zero byte in a text': ['{"Q\u0000 ?": ["A"]}', 'bad-string 1:2'],
  'a zero byte, escaped': ['{"Q\\u0000 ?": ["A\\u0000"]}', '1 with 1'],
  'a bad escape': ['{"Q ?": ["\\x41"]}', 'bad-string 1:10'],
  'half an escape': ['{"Q ?": ["\\u00"]}', 'bad-string 1:10'],
  'the prototype as a key': ['{"__proto__": ["polluted"]}', '1 with 1'],
  'the prototype as an object': ['{"__proto__": {"polluted": true}}', '0 with 0, value-not-a-list 1'],
  'the prototype, twice': ['{"__proto__": ["A"], "__proto__": ["B"]}', '1 with 2, repeated-question 1'],
  'constructor.prototype': [
    '{"constructor": {"prototype": {"polluted": true}}}',
    '0 with 0, value-not-a-list 1',
  ],
  'names of every object': [
    '{"toString": ["A"], "valueOf": ["B"], "hasOwnProperty": ["C"], "then": ["D"]}',
    '4 with 4',
  ],
  'a length': ['{"length": ["4294967295"]}', '1 with 1'],
  'lists within lists': [`{"Q ?": ${nested('[', ']', 100_000)}}`, 'too-deep 1:1008'],
  'objects within objects': [nested('{"a":', '}', 50_000), 'too-deep 1:5001'],
  'an object as an answer': ['{"Q ?": [{"A": 1}]}', '0 with 0, empty-answers 1, value-skipped 1'],
  'every kind of value': [
    '{"Q ?": [null, true, 1, 1.5, [], {}, "A"]}',
    '1 with 3, number-as-text 2, value-skipped 4',
  ],
  'an empty question': ['{"": ["A"]}', '0 with 0, empty-question 1'],
  'blank answers': ['{"Q ?": ["", " ", "\\t"]}', '0 with 0, empty-answer 3, empty-answers 1'],
  'one answer a thousand times': [`{"Q ?": [${many(1_000, () => '"A"')}]}`, '1 with 1, duplicate-answer 999'],
  'too many answers': [
    `{"Q ?": [${many(MAX_ANSWERS + 1, (index) => `"${index}"`)}]}`,
    '1 with 1000, too-many-answers 1',
  ],
  'too long a question': [`{"${'Q'.repeat(MAX_TEXT + 1)}": ["A"]}`, '0 with 0, text-too-long 1'],
  'too long an answer': [
    `{"Q ?": ["${'A'.repeat(MAX_TEXT + 1)}"]}`,
    '0 with 0, empty-answers 1, text-too-long 1',
  ],
  'too many questions': [
    `{${many(MAX_QUESTIONS + 1, (index) => `"${index}":[]`)}}`,
    'too-many-questions 1:2288892',
  ],
  'one question a thousand times': [
    `{${many(1_000, (index) => `"Q ?":["${index}"]`)}}`,
    '1 with 1000, repeated-question 999',
  ],
  'marks that turn the text around': ['{"\u202eQ ?\u202c": ["\u2066A\u2069"]}', '1 with 1'],
  'a text of combining marks': [`{"Q${'\u0301'.repeat(9_000)}": ["A"]}`, '1 with 1'],
  'a thousand problems': [
    `{${many(1_500, (index) => `"Q${index}": [null]`)}}`,
    '0 with 0, empty-answers 500, value-skipped 500, unlisted 2000',
  ],
};

/**
 * What came of a file, in words: why and where it was refused, as `code line:column`; or how many questions and answers
 * were taken, and how often which problem was told.
 */
function outcomeOf(parsed: ParsedQcm): string {
  if (!parsed.ok) return `${parsed.problem.code} ${parsed.problem.line}:${parsed.problem.column}`;
  const { entries, problems, unlisted } = parsed;
  const codes = problems.map(({ code }) => code);
  const told = [...new Set(codes)]
    .sort()
    .map((code) => `, ${code} ${codes.filter((one) => one === code).length}`);
  const answers = entries.reduce((sum, entry) => sum + entry.answers.length, 0);
  return `${entries.length} with ${answers}${told.join('')}${unlisted > 0 ? `, unlisted ${unlisted}` : ''}`;
}

describe('a hostile file', () => {
  test('has more than sixty forms here', () => {
    expect(Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(60);
  });

  test.each(Object.entries(HOSTILE))(
    'of the kind “%s” is refused where it breaks, or read with each of its faults told',
    (_, [content, outcome]) => {
      const file = typeof content === 'string' ? bytes(content) : content;
      const { text } = decodeBytes(file);
      const isKnown = [isArmoredAge, isBinaryAge, isFernetToken, isFernetKey].some((is) => is(text));
      expect(isKnown).toBe(false);
      const parsed = parseQcm(text);
      expect(outcomeOf(parsed)).toBe(outcome);
      if (parsed.ok) {
        for (const { question, answers } of parsed.entries) {
          expect(question.trim()).not.toBe('');
          expect(answers.every((answer) => typeof answer === 'string' && answer.trim() !== '')).toBe(true);
        }
        planImport([], parsed.entries, {
          account: null,
          lastIsDeclared: true,
          choiceOf: () => 'both',
          now: 0,
        });
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
