/**
 * What a key asks of the queue: the number of an answer, or what its button says; null for any other key, and for one
 * held down or with a modifier. Digits go by their place too: a French keyboard writes them with Shift.
 */
export function keyOf(event: KeyboardEvent): number | 'skip' | 'undo' | 'leave' | null {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === 'Escape') return 'leave';
  const letter = event.key.toLowerCase();
  if (letter === 's') return 'skip';
  if (letter === 'u') return 'undo';
  const digit = /^(?:Digit|Numpad)?([1-9])$/;
  const [, number] = digit.exec(event.key) ?? digit.exec(event.code) ?? [];
  return number === undefined ? null : Number(number);
}
