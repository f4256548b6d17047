import { describe, expect, test } from 'vitest';
import { isArmoredAge, isBinaryAge } from '../../../lib/backup/age.ts';
import { isFernetKey, isFernetToken } from '../../../lib/backup/fernet.ts';
import { decodeBytes } from '../../../lib/qcm/decode.ts';
import { MAX_ANSWERS, MAX_QUESTIONS, MAX_TEXT, parseQcm } from '../../../lib/qcm/parse.ts';
import { planImport } from '../../../lib/qcm/plan.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
const many = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join(',');

/** Each a file that somebody could hand over, out of malice or by accident. */
const HOSTILE: Record<string, Uint8Array | string> = {
  'nothing at all': '',
  'blanks alone': ' \n\t\r\n ',
  'one zero byte': new Uint8Array([0]),
  'zero bytes': new Uint8Array(1_000),
  'a byte order mark alone': new Uint8Array([0xef, 0xbb, 0xbf]),
  'an UTF-16 mark alone': new Uint8Array([0xff, 0xfe]),
  'half an UTF-16 character': new Uint8Array([0xff, 0xfe, 0x7b]),
  'two marks': new Uint8Array([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  'bytes of every value': Uint8Array.from({ length: 256 }, (_, value) => value),
  'a picture': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'a zip': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
  'a gzip': new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
  'a pickle': new Uint8Array([0x80, 4, 0x95, 0x10, 0, 0, 0, 0x2e]),
  'a lone surrogate, escaped': '{"Q ?": ["\\ud800"]}',
  'a lone surrogate as bytes': new Uint8Array([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x5b, 0x5d, 0x7d]),
  'overlong UTF-8': new Uint8Array([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x5b, 0x5d, 0x7d]),
  HTML: '<!doctype html><script>alert(1)</script>',
  XML: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
  'a call, as JSONP has it': 'callback({"Q ?": ["A"]})',
  'a prefix against hijacking': ')]}\',\n{"Q ?": ["A"]}',
  'code in Python': "{'Q ?': ['A'], 'R ?': __import__('os').system('true')}",
  YAML: 'Q ?:\n  - A\n',
  CSV: 'Q ?;A\r\nR ?;B\r\n',
  'JSON by the line': '{"Q ?": ["A"]}\n{"R ?": ["B"]}\n',
  'a list': '["Q ?", "A"]',
  'a text': '"Q ?"',
  'a number': '42',
  null: 'null',
  'true alone': 'true',
  NaN: '{"Q ?": [NaN]}',
  Infinity: '{"Q ?": [-Infinity]}',
  'a number without end': `{"Q ?": [${'9'.repeat(100_000)}]}`,
  'an exponent without end': '{"Q ?": [1e999999999]}',
  'a hexadecimal number': '{"Q ?": [0x10]}',
  'single quotes': "{'Q ?': ['A']}",
  'a comment': '{"Q ?": ["A"] /* good */}',
  'a comma too many': '{"Q ?": ["A",]}',
  'a comma too few': '{"Q ?": ["A" "B"]}',
  'no colon': '{"Q ?" ["A"]}',
  'a key that is no text': '{1: ["A"]}',
  'a text without end': '{"Q ?": ["A',
  'an object without end': '{"Q ?": ["A"]',
  'a line break in a text': '{"Q\n?": ["A"]}',
  'a zero byte in a text': '{"Q\u0000 ?": ["A"]}',
  'a zero byte, escaped': '{"Q\\u0000 ?": ["A\\u0000"]}',
  'a bad escape': '{"Q ?": ["\\x41"]}',
  'half an escape': '{"Q ?": ["\\u00"]}',
  'the prototype as a key': '{"__proto__": ["polluted"]}',
  'the prototype as an object': '{"__proto__": {"polluted": true}}',
  'the prototype, twice': '{"__proto__": ["A"], "__proto__": ["B"]}',
  'constructor.prototype': '{"constructor": {"prototype": {"polluted": true}}}',
  'names of every object': '{"toString": ["A"], "valueOf": ["B"], "hasOwnProperty": ["C"], "then": ["D"]}',
  'a length': '{"length": ["4294967295"]}',
  'lists within lists': `{"Q ?": ${nested('[', ']', 100_000)}}`,
  'objects within objects': nested('{"a":', '}', 50_000),
  'an object as an answer': '{"Q ?": [{"A": 1}]}',
  'every kind of value': '{"Q ?": [null, true, 1, 1.5, [], {}, "A"]}',
  'an empty question': '{"": ["A"]}',
  'blank answers': '{"Q ?": ["", " ", "\\t"]}',
  'one answer a thousand times': `{"Q ?": [${many(1_000, () => '"A"')}]}`,
  'too many answers': `{"Q ?": [${many(MAX_ANSWERS + 1, (index) => `"${index}"`)}]}`,
  'too long a question': `{"${'Q'.repeat(MAX_TEXT + 1)}": ["A"]}`,
  'too long an answer': `{"Q ?": ["${'A'.repeat(MAX_TEXT + 1)}"]}`,
  'too many questions': `{${many(MAX_QUESTIONS + 1, (index) => `"${index}":[]`)}}`,
  'one question a thousand times': `{${many(1_000, (index) => `"Q ?":["${index}"]`)}}`,
  'marks that turn the text around': '{"\u202eQ ?\u202c": ["\u2066A\u2069"]}',
  'a text of combining marks': `{"Q${'\u0301'.repeat(9_000)}": ["A"]}`,
  'a thousand problems': `{${many(1_500, (index) => `"Q${index}": [null]`)}}`,
};

describe('a hostile file', () => {
  test('has more than sixty forms here', () => {
    expect(Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(60);
  });

  test.each(Object.entries(HOSTILE))(
    'of the kind “%s” is refused with a place, or read with all its faults told',
    (_, content) => {
      const file = typeof content === 'string' ? bytes(content) : content;
      const { text } = decodeBytes(file);
      const isKnown = [isArmoredAge, isBinaryAge, isFernetToken, isFernetKey].some((is) => is(text));
      expect(isKnown).toBe(false);
      const parsed = parseQcm(text);
      if (!parsed.ok) {
        expect(parsed.problem).toMatchObject({
          code: expect.any(String),
          line: expect.any(Number),
          column: expect.any(Number),
        });
        expect(parsed.problem.line).toBeGreaterThan(0);
        expect(parsed.problem.column).toBeGreaterThan(0);
      } else {
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
