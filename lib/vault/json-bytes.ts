import { fromBase64, toBase64 } from './bytes.ts';

/** A stored value as JSON can hold it: bytes become `{ bytes: <base64> }`, everything else stays. */
export function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: toBase64(value) };
  if (Array.isArray(value)) return value.map(toJson);
  return isObject(value) ? mapValues(value, toJson) : value;
}

/** What `toJson` made it from. Bytes that are not base64 any more stay as they are: damage is for who unseals to see. */
export function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (!isObject(value)) return value;
  const { bytes, ...rest } = value;
  if (typeof bytes !== 'string' || Object.keys(rest).length > 0) return mapValues(value, fromJson);
  try {
    return fromBase64(bytes);
  } catch {
    return value;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function mapValues(value: Record<string, unknown>, map: (inner: unknown) => unknown) {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, map(inner)]));
}
