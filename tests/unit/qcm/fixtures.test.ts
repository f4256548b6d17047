import { expect, it } from 'vitest';
import { decodeBytes, type Encoding } from '../../../lib/qcm/decode.ts';
import { fixtureBytes, fixtureNames } from './fixture.ts';

const NOT_UTF8: Record<string, Encoding> = {
  'utf-16-be-bom.json': 'utf-16be',
  'utf-16-be.json': 'utf-16be',
  'utf-16-le-bom.json': 'utf-16le',
  'utf-16-le.json': 'utf-16le',
  'windows-1252.json': 'windows-1252',
};

it.each(fixtureNames())('finds the encoding of %s, and leaves its byte order mark out', (name) => {
  const { text, encoding } = decodeBytes(fixtureBytes(name));
  expect(encoding).toBe(NOT_UTF8[name] ?? 'utf-8');
  expect(text).toMatch(/^[{[]/);
});
