import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside Playwright's own folder, which each run empties. */
const FILE = fileURLToPath(new URL('../../.output/network-tally.txt', import.meta.url));

/** What went through one browser's gateway, in connections. */
export interface Tally {
  toSite: number;
  ofBrowser: number;
  elsewhere: number;
}

/** Notes down one browser's connections; browsers of several workers may do so at once. */
export function noteTally({ toSite, ofBrowser, elsewhere }: Tally): void {
  mkdirSync(dirname(FILE), { recursive: true });
  appendFileSync(FILE, `${toSite} ${ofBrowser} ${elsewhere}\n`);
}

/** Sums up what the browsers of this run asked of the network, in one line, and forgets it. Playwright calls it at the end. */
export default function sayTally(): void {
  let lines: string[];
  try {
    lines = readFileSync(FILE, 'utf8').trim().split('\n');
  } catch {
    return; // no browser ran
  }
  rmSync(FILE);
  const sum = (place: number) => lines.reduce((total, line) => total + Number(line.split(' ')[place]), 0);
  console.log(
    `Network: ${lines.length} browsers, ${sum(0)} connections to the site, ${sum(1)} of the browsers' own services, ${sum(2)} elsewhere.`,
  );
}
