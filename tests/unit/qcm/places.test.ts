import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesOf } from '../../../lib/qcm/places.ts';

it.each([
  ['the first character', '{', 0, 1, 1],
  ['the end of an empty text', '', 0, 1, 1],
  ['after LF', 'a\nb', 2, 2, 1],
  ['after CRLF', 'a\r\nb', 3, 2, 1],
  ['after CR', 'a\rb', 2, 2, 1],
  ['after two empty lines', '\n\r\n\rb', 4, 4, 1],
  ['a line end itself', 'ab\n', 2, 1, 3],
  ['after an emoji', '😀é"', 3, 1, 3],
  ['after a line separator, which ends no line', 'a\u2028b', 2, 1, 3],
])('counts %s', (_, text, offset, line, column) => {
  expect(placesOf(text, [{ offset }])).toEqual([{ line, column }]);
});

it('agrees with counting from the start each time, whatever the order of the offsets', () => {
  const text = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\u2028'));
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 5 }), (characters, picks) => {
      const offsets = picks.map(
        (pick) => characters.slice(0, pick % (characters.length + 1)).join('').length,
      );
      const whole = characters.join('');
      const expected = offsets
        // Between CR and LF is no place of its own.
        .filter((offset) => whole.slice(offset - 1, offset + 1) !== '\r\n')
        .sort((one, other) => one - other)
        .map((offset) => {
          const lines = whole.slice(0, offset).split(/\r\n|\r|\n/);
          return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1, offset };
        });
      const things = expected.map(({ offset }) => ({ offset, name: offset })).reverse();
      expect(placesOf(whole, things)).toEqual(
        expected.map(({ line, column, offset }) => ({ line, column, name: offset })),
      );
    }),
  );
});
