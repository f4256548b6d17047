/** Moves the focus from row to row with the arrows, Home and End; from the first one up it goes to the search. */
export function moveBetweenRows(event: KeyboardEvent, search: HTMLElement | null): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement) || !(event.target instanceof Element) || event.altKey) return;
  // In a form the arrows belong to its fields.
  if (event.target.closest('form')) return;
  const rows = [...list.children].filter((row) => row instanceof HTMLElement);
  const place = rows.findIndex((row) => row.contains(event.target as Node)); // an element, as above
  const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: rows.length - 1 }[event.key];
  const target = to === -1 ? search : to === undefined ? undefined : rows[to];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
