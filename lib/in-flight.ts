import { pause } from './pause.ts';

/** Slices that are worked on while the one before them is taken up; each more is one more that a message waits for. */
const AHEAD = 1;

/**
 * Works on many items, a few slices of them in flight together, so that neither the browser's threads nor this one wait
 * for the other; after each slice `onSlice` hears how many items it had, and what else waits has its turn. What comes of
 * them, in their order. Rejects as the work, or `onSlice`, does.
 */
export async function inFlight<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
  onSlice: (count: number) => void = () => {},
): Promise<Value[]> {
  const values: Value[] = [];
  const flying: Promise<Value[]>[] = [];
  const land = async () => {
    const landed = (await flying.shift()) ?? [];
    for (const value of landed) values.push(value);
    // Browsers let what comes of cryptography go before messages, which would not be heard before all is done.
    if (items.length > atOnce) await pause();
    onSlice(landed.length);
  };
  for (let start = 0; start < items.length; start += atOnce) {
    const slice = Promise.all(items.slice(start, start + atOnce).map(work));
    slice.catch(() => {}); // it rejects where it lands, and may never land
    flying.push(slice);
    if (flying.length > AHEAD) await land();
  }
  while (flying.length > 0) await land();
  return values;
}
