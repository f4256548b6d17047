import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from '../browsers/browser.ts';
import { launch, rememberAlways, setUp } from '../e2e/extension.ts';
import { Random } from '../simulate/random.ts';
import { startSite } from '../site/server.ts';
import type { Figure } from './figure.ts';
import { flipBytes } from './flipped-bytes.ts';
import { damageEverything, flipBytesInBrowser } from './flipped-in-browser.ts';
import { fillTheDisk } from './full-disk.ts';
import { fuzzMessages } from './fuzz.ts';
import { stopWhenIdle } from './idle-stops.ts';
import { killInMidWrite } from './kills.ts';
import { killAroundTheLock } from './locks.ts';
import { failTheStore } from './openings.ts';
import { killInMidPassphrase } from './passphrase-kills.ts';
import { searchProfile } from './profile-search.ts';
import { forgeSenders } from './senders.ts';
import { tableOf } from './table.ts';
import { writeAtOnce } from './writers.ts';

/**
 * Injects faults into the built extension, in both browsers, and prints what came of them. `--full` is the long form,
 * `--seed` makes other draws.
 */
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: '7' },
    report: { type: 'string' },
  },
});
const { full } = values;
const seed = Number(values.seed);
/** No check may take longer, in milliseconds. */
const LIMIT = 15 * 60_000;

const site = await startSite();
site.world.behaviour.forgetDevices = true;
const figures: Figure[] = [];

const counted = async (where: Figure['where'], check: (random: Random) => Promise<Figure>) => {
  figures.push(await bounded(where, check));
};

await counted('node', () => forgeSenders());
await counted('node', () => fuzzMessages(10_000, seed));
await counted('node', () => failTheStore());
await counted('node', () => fillTheDisk());
await counted('node', (random) => flipBytes(500, random));

for (const name of ['chromium', 'firefox'] as const) {
  const checks = name === 'chromium' ? checkChromium : checkFirefox;
  const browser = await launch(name, { port: site.port, idleTimeout: 1_000 });
  try {
    await checks(browser);
  } finally {
    await browser.close();
  }
  await counted(name, () => searchProfile(name, site));
}
await site.close();

console.log(`seed ${seed}${full ? ', full' : ''}\n\n${tableOf(figures)}`);
const failed = figures.filter(({ asPromised }) => !asPromised).length;
console.log(`\n${figures.length - failed} passed, ${failed} failed`);
// In Vitest's form, for who adds the figures of several runs up.
if (values.report) {
  const counts = { numPassedTests: figures.length - failed, numFailedTests: failed };
  writeFileSync(values.report, JSON.stringify(counts));
}
process.exitCode = failed === 0 ? 0 : 1;

async function checkChromium(browser: Browser): Promise<void> {
  const page = await setUp(browser);
  await rememberAlways(page);
  await counted('chromium', () => writeAtOnce(browser, 40));
  await counted('chromium', (random) => killInMidWrite(browser, page, random, full ? 120 : 24));
  await counted('chromium', (random) => killInMidPassphrase(browser, page, random, full ? 60 : 8));
  await counted('chromium', (random) => killAroundTheLock(browser, page, random, full ? 120 : 20));
  await counted('chromium', (random) => flipBytesInBrowser(browser, page, random, 20));
  await counted('chromium', () => damageEverything(browser, page));
}

async function checkFirefox(browser: Browser): Promise<void> {
  const page = await setUp(browser);
  await rememberAlways(page);
  await counted('firefox', () => writeAtOnce(browser, 40));
  await counted('firefox', () => stopWhenIdle(browser, page, full ? 20 : 3));
  await counted('firefox', (random) => killAroundTheLock(browser, page, random, full ? 20 : 4));
  await counted('firefox', (random) => flipBytesInBrowser(browser, page, random, full ? 20 : 5));
  await counted('firefox', () => damageEverything(browser, page));
}

/** A check that breaks off or never ends has failed; the others run all the same, each with draws of its own. */
async function bounded(where: Figure['where'], check: (random: Random) => Promise<Figure>): Promise<Figure> {
  let limit: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error('It took too long.')), LIMIT);
  });
  try {
    return await Promise.race([check(new Random(seed)), tooLong]);
  } catch (error) {
    console.error(error);
    const [reason = ''] = String(error).split('\n');
    return { check: reason, where, counts: {}, asPromised: false };
  } finally {
    clearTimeout(limit);
  }
}
