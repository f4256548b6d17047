import * as v from 'valibot';

/** A stored value with its id, as lists of them are kept. */
export const pairSchema = v.custom<[id: string, stored: unknown]>(
  (one) => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string',
);
