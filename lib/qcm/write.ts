import type { QcmQuestion } from './types.ts';

/**
 * The text of a `qcm.json`, byte for byte what Python's `json.dump(data, f, indent=2, ensure_ascii=ascii)` writes. With
 * `ascii` every other character is escaped: the one form that each reader takes, whatever its system's encoding.
 * Questions have to be distinct; a reader of JSON would keep but one of two.
 */
export function writeQcm(entries: readonly QcmQuestion[], { ascii }: { ascii: boolean }): string {
  // JSON.stringify escapes what Python does: control characters, quote and backslash; and lone surrogates, so that the
  // text can be written as UTF-8 at all.
  const quote = (text: string) => (ascii ? escapeNonAscii(JSON.stringify(text)) : JSON.stringify(text));
  const lists = entries.map(
    ({ question, answers }) => `${quote(question)}: ${block('[', answers.map(quote), ']', '  ')}`,
  );
  return block('{', lists, '}', '');
}

function block(open: string, items: readonly string[], close: string, pad: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${pad}  ${item}`).join(',\n')}\n${pad}${close}`;
}

/** Every UTF-16 code unit beyond printable ASCII, as Python writes it; DEL is one of them for Python. */
function escapeNonAscii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
