import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/qcm/', import.meta.url);

export function fixtureNames(): string[] {
  return readdirSync(FOLDER).sort();
}

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}
