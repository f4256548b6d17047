import * as v from 'valibot';
import { base64Url, randomBytes } from './bytes.ts';

/** Tells a copy of this vault from a copy of another, and from one of what this was before its last change. */
export type Stamp = v.InferOutput<typeof stampSchema>;

export const stampSchema = v.object({ vault: v.string(), change: v.string() });

/** The stamp after a change to the vault that `before` is of, or the first one of a new vault. */
export function nextStamp(before: Stamp | null): Stamp {
  return { vault: before?.vault ?? random(), change: random() };
}

/** The stamp in what is stored, or null. */
export function parseStamp(stored: unknown): Stamp | null {
  const stamp = v.safeParse(stampSchema, stored);
  return stamp.success ? stamp.output : null;
}

/** Which vault it is by what is stored; empty where that cannot be told. */
export function vaultOf(stored: unknown): string {
  return parseStamp(stored)?.vault ?? '';
}

const random = () => base64Url(randomBytes(12));
