/** How well a passphrase resists guessing, from 0 (at once) to 4 (not in a lifetime); zxcvbn's own scale. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/**
 * Estimates a passphrase by the passwords that people choose, and by patterns; loads what it needs at first use. French
 * words have a dictionary of their own, left out for its size: it alone is larger than the rest of the extension.
 */
export async function estimateStrength(passphrase: string): Promise<Strength> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const common = await import('@zxcvbn-ts/language-common');
  const estimator = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return estimator.check(passphrase).score;
}
