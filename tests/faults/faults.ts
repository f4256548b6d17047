import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch, setUp } from '../e2e/extension.ts';
import { Random } from '../simulate/random.ts';
import { startSite } from '../site/server.ts';
import type { Figure } from './figure.ts';
import { failTheStore, fillTheDisk, flipBytes, forgeSenders, fuzzMessages } from './in-node.ts';
import { killInMidWrite, stopWhenIdle } from './kills.ts';
import { killAroundTheLock } from './locks.ts';
import { killInMidPassphrase } from './passphrase-kills.ts';
import { searchProfile } from './profile-search.ts';
import { writeAtOnce } from './writers.ts';

/** Injects faults into the built extension, in both browsers, and prints what came of them. `--full` is the long form. */
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: '7' },
    report: { type: 'string' },
  },
});
const { full } = values;
const random = new Random(Number(values.seed));
const site = await startSite();
site.world.behaviour.forgetDevices = true;
const figures: Figure[] = [];

figures.push(
  await forgeSenders(),
  await fuzzMessages(10_000, Number(values.seed)),
  await failTheStore(),
  await fillTheDisk(),
  await flipBytes(500),
);

for (const name of ['chromium', 'firefox'] as const) {
  const browser = await launch(name, { port: site.port });
  try {
    const page = await setUp(browser);
    figures.push(await writeAtOnce(browser, full ? 40 : 10));
    if (name === 'chromium') {
      figures.push(await killInMidWrite(browser, page, random, full ? 100 : 20));
      figures.push(await killInMidPassphrase(browser, page, random, full ? 40 : 5));
      figures.push(await killAroundTheLock(browser, page, full ? 70 : 10));
    } else {
      figures.push(await stopWhenIdle(browser, page, full ? 20 : 2));
      figures.push(await killAroundTheLock(browser, page, full ? 10 : 1));
    }
  } finally {
    await browser.close();
  }
  figures.push(await searchProfile(name, site));
}
await site.close();

console.log(`seed ${values.seed}${full ? ', full' : ''}`);
for (const { check, where, counts, asPromised } of figures) {
  const numbers = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  console.log(
    `${asPromised ? 'ok  ' : 'FAIL'}  ${where.padEnd(8)}  ${check.padEnd(46)}  ${numbers.join(', ')}`,
  );
}
const failed = figures.filter(({ asPromised }) => !asPromised).length;
console.log(`\n${figures.length - failed} passed, ${failed} failed`);
// In Vitest's form, for who adds the figures of several runs up.
if (values.report) {
  const counts = { numPassedTests: figures.length - failed, numFailedTests: failed };
  writeFileSync(values.report, JSON.stringify(counts));
}
process.exitCode = failed === 0 ? 0 : 1;
