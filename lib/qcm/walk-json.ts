import { createScanner } from 'jsonc-parser';
import { finish, type Steps } from './steps.ts';

/** Nesting deeper than this is no file of anybody's; it is refused before it costs memory. */
export const MAX_DEPTH = 1_000;

/** What `walkJson` meets, in the order of the text; offsets count UTF-16 code units from 0. */
export interface JsonVisitor {
  onKey(text: string, offset: number): void;
  /** `text` is a string's value, or the source of a number, `true`, `false` or `null`. */
  onScalar(kind: 'string' | 'number' | 'literal', text: string, offset: number): void;
  onOpen(kind: 'object' | 'array', offset: number): void;
  onClose(kind: 'object' | 'array'): void;
}

export type JsonErrorCode =
  | 'cut-off'
  | 'comment'
  | 'bad-string'
  | 'bad-number'
  | 'unexpected'
  | 'trailing-text'
  | 'too-deep';

export interface JsonError {
  code: JsonErrorCode;
  offset: number;
}

/**
 * Reads JSON (RFC 8259), strictly and without recursion, and tells the visitor of all that it meets, keys in their own
 * order. Returns the first error, where reading stopped, or null when the whole text is valid: it takes what
 * `JSON.parse` takes, up to `MAX_DEPTH`.
 */
export function walkJson(text: string, visitor: JsonVisitor): JsonError | null {
  return finish(walkJsonInSteps(text, visitor));
}

/** The same in steps of about a millisecond. */
export function* walkJsonInSteps(text: string, visitor: JsonVisitor): Steps<JsonError | null> {
  const scanner = createScanner(text, false);
  const open: ('object' | 'array')[] = [];
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma-or-close');
  let expected: Expected = 'value';
  for (let met = 1; ; met += 1) {
    if (met % TOKENS_AT_ONCE === 0) yield scanner.getPosition() / text.length;
    // The scanner would build a string of all the blanks, one by one.
    const offset = skipBlanks(text, scanner.getPosition());
    const fail = (code: JsonErrorCode): JsonError => ({ code, offset });
    const takesValue = expected === 'value' || expected === 'value-or-close';

    if (text.charCodeAt(offset) === QUOTE) {
      if (expected === 'end') return fail('trailing-text');
      const string = readString(text, offset);
      if (typeof string === 'string') return fail(string);
      const isKey: boolean = expected === 'key' || expected === 'key-or-close';
      if (isKey) visitor.onKey(string.value, offset);
      else if (takesValue) visitor.onScalar('string', string.value, offset);
      else return fail('unexpected');
      expected = isKey ? 'colon' : afterValue();
      scanner.setPosition(string.end);
      continue;
    }
    scanner.setPosition(offset);
    const token = scanner.scan();
    const end = offset + scanner.getTokenLength();
    if (token === TOKEN.lineComment || token === TOKEN.blockComment) return fail('comment');
    if (token === TOKEN.end) return expected === 'end' ? null : fail('cut-off');
    if (expected === 'end') return fail('trailing-text');
    const isLast = end === text.length;

    if (token === TOKEN.number && takesValue) {
      const source = text.slice(offset, end);
      if (!NUMBER.test(source)) return fail(isLast ? 'cut-off' : 'bad-number');
      visitor.onScalar('number', source, offset);
      expected = afterValue();
    } else if (isLiteral(token) && takesValue) {
      visitor.onScalar('literal', text.slice(offset, end), offset);
      expected = afterValue();
    } else if ((token === TOKEN.openObject || token === TOKEN.openArray) && takesValue) {
      if (open.length === MAX_DEPTH) return fail('too-deep');
      const kind = token === TOKEN.openObject ? 'object' : 'array';
      open.push(kind);
      visitor.onOpen(kind, offset);
      expected = kind === 'object' ? 'key-or-close' : 'value-or-close';
    } else if (token === TOKEN.closeObject || token === TOKEN.closeArray) {
      const kind = token === TOKEN.closeObject ? 'object' : 'array';
      if (!MAY_CLOSE.has(expected) || open.pop() !== kind) return fail('unexpected');
      visitor.onClose(kind);
      expected = afterValue();
    } else if (token === TOKEN.comma && expected === 'comma-or-close') {
      expected = open.at(-1) === 'object' ? 'key' : 'value';
    } else if (token === TOKEN.colon && expected === 'colon') {
      expected = 'value';
    } else {
      return fail(isLast && takesValue && isBeginning(text.slice(offset)) ? 'cut-off' : 'unexpected');
    }
  }
}

/** Takes about a millisecond. */
const TOKENS_AT_ONCE = 1_000;

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

const MAY_CLOSE = new Set<Expected>(['comma-or-close', 'key-or-close', 'value-or-close']);

/** The scanner's `SyntaxKind`; its type is a const enum, which a build of single files cannot read. */
const TOKEN = {
  openObject: 1,
  closeObject: 2,
  openArray: 3,
  closeArray: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  end: 17,
} as const;

/** RFC 8259, section 6; the scanner takes more. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

const QUOTE = 0x22;

/**
 * The string whose quotation mark is at `start`, and the offset after its end; or what is wrong with it. `JSON.parse`
 * builds it at once, where the scanner would escape by escape, which takes a hostile one's seconds.
 */
function readString(text: string, start: number): { value: string; end: number } | 'cut-off' | 'bad-string' {
  const end = endOfString(text, start);
  if (end === null) return /[\r\n]/.test(text.slice(start)) ? 'bad-string' : 'cut-off';
  try {
    return { value: JSON.parse(text.slice(start, end)) as string, end }; // as it begins and ends with a quotation mark
  } catch {
    return 'bad-string';
  }
}

/** The offset after the next quotation mark that is not escaped; null where there is none. */
function endOfString(text: string, start: number): number | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    // A backslash that is escaped itself escapes nothing.
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return null;
}

function isLiteral(token: number): boolean {
  return token === TOKEN.true || token === TOKEN.false || token === TOKEN.null;
}

/** Whether more text could have made a literal or a negative number of this. */
function isBeginning(source: string): boolean {
  return ['true', 'false', 'null', '-0'].some((whole) => whole.startsWith(source));
}

function skipBlanks(text: string, from: number): number {
  let place = from;
  while (BLANKS.has(text.charCodeAt(place))) place += 1;
  return place;
}

/** Space, tab, line feed and carriage return (RFC 8259, section 2). */
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);
