import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonErrorCode, MAX_DEPTH, walkJson } from '../../../lib/qcm/walk-json.ts';

const silent = { onKey() {}, onScalar() {}, onOpen() {}, onClose() {} };
const NASTY = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '\\',
    '/',
    '*',
    '//',
    '-',
    '+',
    '.',
    'e',
    'E',
    '0',
    '1',
    '01',
    '1.5e+3',
  ],
  ...['true', 'nul', 'l', 'null', 'NaN', '"a"', '"q":', '\\u', '\\u00e9', '\\x', '\\"', 'é', '😀', '\ud800'],
  ...[' ', '\n', '\r', '\t', '\f', '\v', '\0', '\x1f', '\x7f', '\ufeff', '\u00a0', '\u2028'],
];
const EVERYTHING =
  ' {"a\\u00e9\\n": ["b", -1.5e+3, 0, true, false, null, {"c": [[], {}]}], "d": "é\\"", "e": 10}';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('walking through JSON', () => {
  it.each<[string, JsonErrorCode, number]>([
    ['', 'cut-off', 0],
    ['{} ', 'cut-off', -1],
    ["{'a': 1}", 'unexpected', 1],
    ['{"a": 1,}', 'unexpected', 8],
    ['[1,]', 'unexpected', 3],
    ['[,1]', 'unexpected', 1],
    ['[1 2]', 'unexpected', 3],
    ['{"a" 1}', 'unexpected', 5],
    ['{1: 2}', 'unexpected', 1],
    ['{"a": 1 "b": 2}', 'unexpected', 8],
    ['[1}', 'unexpected', 2],
    ['[undefined]', 'unexpected', 1],
    ['[TRUE]', 'unexpected', 1],
    ['{}\ufeff', 'trailing-text', 2],
    ['\ufeff{}', 'unexpected', 0],
    ['{\u00a0}', 'unexpected', 1],
    ['{} {}', 'trailing-text', 3],
    ['[1, // one\n2]', 'comment', 4],
    ['/* all */ {}', 'comment', 0],
    ['["a\nb"]', 'bad-string', 1],
    ['["a\tb"]', 'bad-string', 1],
    ['["\\x41"]', 'bad-string', 1],
    ['["\\u12g4"]', 'bad-string', 1],
    ['"\\q"', 'bad-string', 0],
    ['[1.]', 'bad-number', 1],
    ['[1e]', 'bad-number', 1],
    ['[01]', 'unexpected', 2],
    ['[-]', 'unexpected', 1],
    ['[+1]', 'unexpected', 1],
    ['[.5]', 'unexpected', 1],
  ])('says of %j: %s', (text, code, offset) => {
    expect(walkJson(text, silent)).toEqual(offset < 0 ? null : { code, offset });
  });

  it('calls every beginning of a file cut off, wherever it ends', () => {
    expect(walkJson(EVERYTHING, silent)).toBeNull();
    const codes = Array.from(EVERYTHING, (_, length) => walkJson(EVERYTHING.slice(0, length), silent)?.code);
    expect(new Set(codes)).toEqual(new Set(['cut-off']));
  });

  it('takes exactly what JSON.parse takes, among random pieces', () => {
    const pieces = fc.array(fc.constantFrom(...NASTY), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        expect(walkJson(text, silent) === null).toBe(isJson(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes exactly what JSON.parse takes, among damaged documents', () => {
    const damage = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ...NASTY));
    const document = fc.oneof(fc.constant(EVERYTHING), fc.json());
    fc.assert(
      fc.property(document, fc.array(damage, { maxLength: 3 }), (whole, damages) => {
        const text = damages.reduce((before, [pick, length, piece]) => {
          const place = pick % (before.length + 1);
          return before.slice(0, place) + piece + before.slice(place + length);
        }, whole);
        expect(walkJson(text, silent) === null).toBe(isJson(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it('takes not much longer for a text of escapes than JSON.parse does, be it whole or not', () => {
    const escapes = `"${'\\u00e9'.repeat(3_000_000)}`;
    const timeOf = (work: () => unknown) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const native = timeOf(() => JSON.parse(`${escapes}"`));
    expect(timeOf(() => walkJson(`${escapes}"`, silent)) / native).toBeLessThan(8);
    expect(timeOf(() => walkJson(escapes, silent)) / native).toBeLessThan(8);
    expect(timeOf(() => walkJson(`${escapes}\\x"`, silent)) / native).toBeLessThan(8);
  });

  it('goes as deep as its limit, and refuses what is deeper without overflowing', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(walkJson(nested(MAX_DEPTH), silent)).toBeNull();
    expect(walkJson(nested(1_000_000), silent)).toEqual({ code: 'too-deep', offset: MAX_DEPTH });
    expect(walkJson('{"a":'.repeat(1_000_000), silent)?.code).toBe('too-deep');
  });
});
