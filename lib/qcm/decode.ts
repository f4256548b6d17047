/** A family's file has kilobytes; 100,000 questions have about 10 MB. Larger files are refused before they are read. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file, and the encoding that it was found to be in: by its byte order mark, by the zero bytes that
 * UTF-16 gives to Latin text, as UTF-8 where it is valid, else as the Windows-1252 that Python writes by default on
 * Windows. The byte order mark is not part of the text.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding =
    markedEncoding(bytes) ?? utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  // A decoder leaves the mark of its own encoding out.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** JSON begins with two ASCII characters (RFC 4627, section 3, told the encodings apart by where their zeros stand). */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  return ({ x0x0: 'utf-16le', '0x0x': 'utf-16be' } as const)[zeros] ?? null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
