import { createScanner } from 'jsonc-parser';

/** Nesting deeper than this is no file of anybody's; it is refused before it costs memory. */
const MAX_DEPTH = 1_000;

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
 * order. Returns the first error, where reading stopped, or null when the whole text is valid.
 */
export function walkJson(text: string, visitor: JsonVisitor): JsonError | null {
  const scanner = createScanner(text, false);
  const open: ('object' | 'array')[] = [];
  let expected: Expected = 'value';
  for (;;) {
    const token = scanner.scan();
    if (token === TOKEN.lineBreak || token === TOKEN.trivia) continue;
    const offset = scanner.getTokenOffset();
    const error = (code: JsonErrorCode): JsonError => ({ code, offset });
    if (token === TOKEN.lineComment || token === TOKEN.blockComment) return error('comment');
    if (token === TOKEN.end) return expected === 'end' ? null : error('cut-off');
    if (expected === 'end') return error('trailing-text');
    const after = (): Expected => (open.length === 0 ? 'end' : 'comma-or-close');
    const source = text.slice(offset, offset + scanner.getTokenLength());

    if (token === TOKEN.string) {
      if (scanner.getTokenError() !== NO_SCAN_ERROR)
        return { code: isEnd(text, offset, source) ? 'cut-off' : 'bad-string', offset };
      const value = scanner.getTokenValue();
      if (expected === 'key' || expected === 'key-or-close') {
        visitor.onKey(value, offset);
        expected = 'colon';
        continue;
      }
      if (!takesValue(expected)) return error('unexpected');
      visitor.onScalar('string', value, offset);
      expected = after();
    } else if (
      token === TOKEN.number ||
      token === TOKEN.true ||
      token === TOKEN.false ||
      token === TOKEN.null
    ) {
      if (!takesValue(expected)) return error('unexpected');
      const isNumber = token === TOKEN.number;
      if (isNumber && !NUMBER.test(source)) return error('bad-number');
      visitor.onScalar(isNumber ? 'number' : 'literal', source, offset);
      expected = after();
    } else if (token === TOKEN.openObject || token === TOKEN.openArray) {
      if (!takesValue(expected)) return error('unexpected');
      if (open.length === MAX_DEPTH) return error('too-deep');
      const kind = token === TOKEN.openObject ? 'object' : 'array';
      open.push(kind);
      visitor.onOpen(kind, offset);
      expected = kind === 'object' ? 'key-or-close' : 'value-or-close';
    } else if (token === TOKEN.closeObject || token === TOKEN.closeArray) {
      const kind = token === TOKEN.closeObject ? 'object' : 'array';
      const mayClose =
        expected === 'comma-or-close' || expected === 'key-or-close' || expected === 'value-or-close';
      if (!mayClose || open.pop() !== kind) return error('unexpected');
      visitor.onClose(kind);
      expected = after();
    } else if (token === TOKEN.comma && expected === 'comma-or-close') {
      expected = open.at(-1) === 'object' ? 'key' : 'value';
    } else if (token === TOKEN.colon && expected === 'colon') {
      expected = 'value';
    } else {
      return error('unexpected');
    }
  }
}

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

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
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  end: 17,
} as const;
/** The scanner's `ScanError.None`, for the same reason. */
const NO_SCAN_ERROR = 0;

/** RFC 8259, section 6; the scanner takes more. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function takesValue(expected: Expected): boolean {
  return expected === 'value' || expected === 'value-or-close';
}

/** Whether a string without an end is one that the end of the text cut off, rather than the end of its line. */
function isEnd(text: string, offset: number, source: string): boolean {
  return offset + source.length >= text.length;
}
