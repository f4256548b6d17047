import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const END_SIZE = 22;

/** The files of a zip archive without a comment, as its directory names them, in its order. */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - END_SIZE;
  if (archive.readUInt32LE(end) !== END) throw new Error('No zip archive, or one with a comment.');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      archive.readUInt16LE(at + place),
    ) as [number, number, number]; // three places, three lengths
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, readEntry(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20)));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function readEntry(archive: Buffer, at: number, packedSize: number): Buffer {
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const packed = archive.subarray(start, start + packedSize);
  return archive.readUInt16LE(at + 8) === 0 ? packed : inflateRawSync(packed);
}
