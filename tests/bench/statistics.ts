/** What is told of a series of measurements, in their own unit. */
export interface Summary {
  count: number;
  median: number;
  p95: number;
  min: number;
  max: number;
}

/** The summary of a series; of none, every figure is NaN. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((one, other) => one - other);
  return {
    count: sorted.length,
    median: median(sorted),
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN, // nearest rank
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((lower ?? Number.NaN) + (upper ?? Number.NaN)) / 2;
}
