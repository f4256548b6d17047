import { fold } from '../challenge/fold.ts';

/** Whether a text shows nothing: it is empty, or of spaces and invisible characters alone. */
export function isBlank(text: string): boolean {
  // Of nearly every text this is seen at its first letter.
  return !/[a-z0-9]/i.test(text) && fold(text) === '';
}
