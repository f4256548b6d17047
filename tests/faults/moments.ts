import type { Random } from '../simulate/random.ts';

/** The last moment of a kill, in units of what the change takes undisturbed: a third of all kills come after its end. */
const LATEST = 1.5;
/** No change takes longer undisturbed, in milliseconds. */
const LIMIT = 60_000;

/**
 * When to kill, in units of what the change takes undisturbed: one moment out of each of so many equal parts of the time,
 * in random order. Before its end and after it are both among them, however fast the machine is.
 */
export function drawMoments(random: Random, kills: number): number[] {
  const moments = Array.from({ length: kills }, (_, part) => ((part + random.next()) / kills) * LATEST);
  return random.shuffled(moments);
}

/** How long a change that was just asked for takes, in milliseconds. Throws where it is never done. */
export async function timeUntil(wasDone: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await wasDone())) {
    if (performance.now() - start > LIMIT) throw new Error('The change was never done, though undisturbed.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - start;
}
