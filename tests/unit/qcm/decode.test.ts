import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, type Encoding } from '../../../lib/qcm/decode.ts';
import { fixtureBytes } from './fixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const MARK = [0xef, 0xbb, 0xbf];

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let place = 0; place < text.length; place += 1) {
    view.setUint16(place * 2, text.charCodeAt(place), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

describe('decoding a file', () => {
  it.each<[string, Encoding]>([
    ['py-client.json', 'utf-8'],
    ['utf-8-bom-crlf.json', 'utf-8'],
    ['utf-16-le-bom.json', 'utf-16le'],
    ['utf-16-be-bom.json', 'utf-16be'],
    ['utf-16-le.json', 'utf-16le'],
    ['utf-16-be.json', 'utf-16be'],
    ['windows-1252.json', 'windows-1252'],
  ])('reads the same text from %s, which is %s', (name, encoding) => {
    const decoded = decodeBytes(fixtureBytes(name));
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.replaceAll('\r\n', '\n')).toBe(decodeBytes(fixtureBytes('py-client.json')).text);
  });

  it('reads the signs that Windows-1252 has where Latin-1 has control characters', () => {
    const bytes = Uint8Array.of(0x22, 0x80, 0x92, 0x9c, 0xe9, 0x85, 0x22);
    expect(decodeBytes(bytes)).toEqual({ text: '"€’œé…"', encoding: 'windows-1252' });
  });

  it('loses no byte of a file that is neither UTF-8 nor what its mark says', () => {
    const bytes = Uint8Array.from([...MARK, 0x7b, 0xe9, 0x7d]);
    expect(decodeBytes(bytes)).toEqual({ text: '{é}', encoding: 'windows-1252' });
  });

  it('takes one byte order mark off, and no more', () => {
    expect(decodeBytes(Uint8Array.from([...MARK, ...MARK, 0x7b, 0x7d])).text).toBe('\ufeff{}');
  });

  it('tells UTF-16 without a mark even when the file was cut off within a character', () => {
    expect(decodeBytes(utf16('{}\n', true).subarray(0, 5))).toEqual({
      text: '{}\ufffd',
      encoding: 'utf-16le',
    });
  });

  it('keeps each half of a character of UTF-16 that stands alone, and does not make all of them one sign', () => {
    const units = fc.array(fc.oneof(fc.nat({ max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })));
    fc.assert(
      fc.property(units, fc.boolean(), fc.constantFrom('', '\ufeff'), (content, littleEndian, mark) => {
        const text = `{"${String.fromCharCode(...content)}"`;
        expect(decodeBytes(utf16(mark + text, littleEndian)).text).toBe(text);
      }),
    );
  });

  it.each([[], [0x7b], [0xff], [0xef, 0xbb], [0x00, 0x00, 0x00, 0x00], MARK])(
    'reads the bytes %j without an error',
    (...bytes) => {
      expect(decodeBytes(Uint8Array.from(bytes)).text.length).toBeLessThanOrEqual(bytes.length);
    },
  );

  it('gives back any text that was written in UTF-8 or UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const text = `{"${content}`;
        expect(decodeBytes(utf8(text))).toEqual({ text, encoding: 'utf-8' });
        expect(decodeBytes(Uint8Array.from([...MARK, ...utf8(text)])).text).toBe(text);
        expect(decodeBytes(utf16(text, true))).toEqual({ text, encoding: 'utf-16le' });
        expect(decodeBytes(utf16(text, false))).toEqual({ text, encoding: 'utf-16be' });
        expect(decodeBytes(utf16(`\ufeff${text}`, true)).text).toBe(text);
        expect(decodeBytes(utf16(`\ufeff${text}`, false)).text).toBe(text);
      }),
    );
  });
});
