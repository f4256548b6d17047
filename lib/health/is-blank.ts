import { fold } from '../challenge/fold.ts';

/** Whether a text shows nothing: it is empty, or of spaces and invisible characters alone. */
export function isBlank(text: string): boolean {
  return fold(text) === '';
}
