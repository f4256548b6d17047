/** A place in a text, both counted from 1; a column is a Unicode character. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Gives each thing with an offset (in UTF-16 code units) its line and column, in the order of the text, in one pass.
 * A line ends with LF, CRLF or CR.
 */
export function placesOf<Thing extends { offset: number }>(
  text: string,
  things: readonly Thing[],
): (Omit<Thing, 'offset'> & Place)[] {
  const lineEnd = /\r\n|\r|\n/g;
  let place: Place = { line: 1, column: 1 };
  let counted = 0;
  let next = lineEnd.exec(text);
  return [...things]
    .sort((one, other) => one.offset - other.offset)
    .map(({ offset, ...thing }) => {
      while (next && lineEnd.lastIndex <= offset) {
        place = { line: place.line + 1, column: 1 };
        counted = lineEnd.lastIndex;
        next = lineEnd.exec(text);
      }
      place = { ...place, column: place.column + characters(text.slice(counted, offset)) };
      counted = offset;
      return { ...thing, ...place };
    });
}

function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
