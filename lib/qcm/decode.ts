/** A family's file has kilobytes; 100,000 questions have about 10 MB. Larger files are refused before they are read. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file, and the encoding that it was found to be in: by its byte order mark, by the zero bytes that
 * UTF-16 gives to Latin text, as UTF-8 where it is valid, else as the Windows-1252 that Python writes by default on
 * Windows. The byte order mark is not part of the text.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: decodeUtf16(bytes, utf16), encoding: utf16 };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  // A decoder leaves out the mark of its own encoding; Windows-1252 knows none.
  const content = hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
  return { text: new TextDecoder('windows-1252').decode(content), encoding: 'windows-1252' };
}

/** JSON begins with two ASCII characters (RFC 4627, section 3, told the encodings apart by where their zeros stand). */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  return first === 0 && second && third === 0 && fourth ? 'utf-16be' : null;
}

/**
 * The text; half a character that stands alone in it is kept as it is, as JSON's escapes can give it too. A decoder puts
 * U+FFFD in its place.
 */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const decoded = new TextDecoder(encoding).decode(bytes);
  if (!decoded.includes('\ufffd')) return decoded;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length >> 1);
  for (let place = 0; place < units.length; place += 1) {
    units[place] = view.getUint16(place * 2, encoding === 'utf-16le');
  }
  let text = '';
  for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(start, start + UNITS_AT_ONCE));
  }
  // Half a unit at the end cannot be kept.
  return text.replace(/^\ufeff/, '') + (bytes.length % 2 === 1 ? '\ufffd' : '');
}

/** A function takes so many arguments in every browser. */
const UNITS_AT_ONCE = 8_192;

function hasUtf8Mark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/**
 * The text, or null where it is not UTF-8 throughout: that would lose characters for good if it were read as such, so a
 * mark alone is no proof.
 */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
