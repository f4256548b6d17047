import { isInVain } from '../browsers/in-vain.ts';

/** What was tried again, with what had been waited for in vain. */
export const secondTries: string[] = [];

/**
 * What was not as promised in `play`, which may also be what it broke off with; nothing where all was. Where it did nothing
 * but wait in vain it is played once more, and that counts.
 */
export async function played(name: string, play: () => Promise<string[]>): Promise<string[]> {
  const tried = () => play().catch((error: unknown) => [String(error).split('\n')[0] ?? '']);
  const problems = await tried();
  if (problems.length !== 1 || !isInVain(problems[0] ?? '')) return problems;
  secondTries.push(`${name}: ${problems[0]}`);
  return tried();
}
