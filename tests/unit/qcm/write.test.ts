import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from '../../../lib/health/is-blank.ts';
import { decodeBytes } from '../../../lib/qcm/decode.ts';
import { parseQcm } from '../../../lib/qcm/parse.ts';
import { planImport } from '../../../lib/qcm/plan.ts';
import { writeQcm } from '../../../lib/qcm/write.ts';
import { fixtureBytes } from './fixture.ts';

const ROUND_TRIPS = 300;
type Pairs = [question: string, answers: string[]][];

const text = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.nat().map(String),
    fc.string({
      unit: fc.constantFrom(
        '"',
        '\\',
        '/',
        '\0',
        '\b',
        '\f',
        '\n',
        '\r',
        '\t',
        '\x1f',
        '\x7f',
        '\u2028',
        '😀',
        'é',
        'a',
      ),
      minLength: 1,
    }),
    fc.constantFrom('__proto__', 'Quelle est votre ville de résidence ?', '1970', '2'),
  )
  .filter((one) => !isBlank(one));
const file: fc.Arbitrary<Pairs> = fc.uniqueArray(
  fc.tuple(text, fc.uniqueArray(text, { minLength: 1, maxLength: 4 })),
  { selector: ([question]) => question },
);

/** What Python's `json.dump` writes for each of the files, byte for byte. */
function dumpWithPython(files: readonly Pairs[], ascii: boolean): Uint8Array[] {
  const script = `
import base64, io, json, sys
for pairs in json.load(sys.stdin):
    file = io.BytesIO()
    writer = io.TextIOWrapper(file, encoding="utf-8", newline="")
    json.dump(dict(pairs), writer, indent=2, ensure_ascii=${ascii ? 'True' : 'False'})
    writer.flush()
    print(base64.b64encode(file.getvalue()).decode())
`;
  const input = writeAscii(files);
  const output = execFileSync('python3', ['-c', script], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return output
    .trimEnd()
    .split('\n')
    .map((line) => new Uint8Array(Buffer.from(line, 'base64')));
}

/** What Python's `json.load` reads from each file, as pairs, under the encoding that its platform has by default. */
function loadWithPython(contents: readonly Uint8Array[], encoding: string): unknown {
  const script = `
import base64, io, json, sys
files = [base64.b64decode(line) for line in json.load(sys.stdin)]
json.dump([json.load(io.TextIOWrapper(io.BytesIO(file), encoding="${encoding}"), object_pairs_hook=list) for file in files], sys.stdout)
`;
  const input = JSON.stringify(contents.map((bytes) => Buffer.from(bytes).toString('base64')));
  return JSON.parse(execFileSync('python3', ['-c', script], { input, encoding: 'utf8', maxBuffer: 2 ** 28 }));
}

/** Python decodes its standard input by its own locale, so nothing but ASCII goes in. */
function writeAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function throughTheVault(bytes: Uint8Array, ascii: boolean): Uint8Array {
  const parsed = parseQcm(decodeBytes(bytes).text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  expect(parsed.problems).toEqual([]);
  const { records } = planImport([], parsed.entries, {
    account: null,
    lastIsDeclared: false,
    choiceOf: () => 'both',
    now: 1,
  });
  const stored = records
    .sort((one, other) => one.question.localeCompare(other.question))
    .sort((one, other) => one.addedAt - other.addedAt || one.position - other.position)
    .map(({ question, answers }) => ({ question, answers: answers.map((answer) => answer.text) }));
  return new TextEncoder().encode(writeQcm(stored, { ascii }));
}

describe('writing a qcm.json', () => {
  it.each([
    ['no question', [], '{}', '{}'],
    ['no answer', [{ question: 'q', answers: [] }], '{\n  "q": []\n}', '{\n  "q": []\n}'],
    [
      'two questions',
      [
        { question: 'é ?', answers: ['A', '😀'] },
        { question: '2', answers: ['\x7f\u2028'] },
      ],
      '{\n  "é ?": [\n    "A",\n    "😀"\n  ],\n  "2": [\n    "\x7f\u2028"\n  ]\n}',
      '{\n  "\\u00e9 ?": [\n    "A",\n    "\\ud83d\\ude00"\n  ],\n  "2": [\n    "\\u007f\\u2028"\n  ]\n}',
    ],
    [
      'half a character, which UTF-8 cannot hold',
      [{ question: '\ud83d', answers: ['a\ude00'] }],
      '{\n  "\\ud83d": [\n    "a\\ude00"\n  ]\n}',
      '{\n  "\\ud83d": [\n    "a\\ude00"\n  ]\n}',
    ],
  ])('writes %s as Python does', (_, entries, utf8, ascii) => {
    expect(writeQcm(entries, { ascii: false })).toBe(utf8);
    expect(writeQcm(entries, { ascii: true })).toBe(ascii);
  });

  it.each([
    ['py-client.json', false],
    ['ascii.json', true],
  ])('gives %s back byte for byte', (name, ascii) => {
    expect(throughTheVault(fixtureBytes(name), ascii)).toEqual(fixtureBytes(name));
  });

  it.each([false, true])('gives any file of Python’s back byte for byte (ASCII: %j)', (ascii) => {
    const files = [[], ...fc.sample(file, ROUND_TRIPS)];
    const written = dumpWithPython(files, ascii);
    expect(written.length).toBe(files.length);
    for (const [place, bytes] of written.entries()) {
      const back = throughTheVault(bytes, ascii);
      expect(Buffer.from(back).equals(bytes), JSON.stringify(files[place])).toBe(true);
    }
  });

  it.each([
    [false, 'utf-8'],
    [true, 'utf-8'],
    [true, 'cp1252'],
  ])('writes what Python reads (ASCII: %j, platform: %s)', (ascii, encoding) => {
    const files = fc.sample(file, ROUND_TRIPS);
    const contents = files.map((pairs) =>
      new TextEncoder().encode(
        writeQcm(
          pairs.map(([question, answers]) => ({ question, answers })),
          { ascii },
        ),
      ),
    );
    expect(loadWithPython(contents, encoding)).toEqual(files);
  });
});
