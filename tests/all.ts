import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs every check that the project has, one after the other, all of them even when one fails, and closes with one
 * plain line: each check without tests of its own counts as one. What needs the extension takes what was built at the
 * beginning.
 */
const scratch = mkdtempSync(join(tmpdir(), 'memo-qcm-tests-'));
/** What passed, what failed, and what was tried a second time. */
const total = { passed: 0, failed: 0, again: 0 };

/** The journeys that are taken in Firefox too each time; the page itself is played there by the matrix. */
const IN_FIREFOX = [
  'export',
  'import',
  'list',
  'lock',
  'network',
  'private',
  'site-access',
  'touch',
  'update',
].map((name) => `/${name}.spec.ts`);

for (const [script, ...args] of [
  ['check'],
  ['build'],
  ['lint:firefox'],
  ['start', '--', '--headless'],
  [
    'test:publish',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(scratch, 'test-publish.json')}`,
  ],
  [
    'test:unit',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(scratch, 'test-unit.json')}`,
  ],
  ['built:e2e', '--', '--reporter=list,json'],
  // All of them are `npm run test:firefox`.
  ['built:firefox', '--', '--reporter=list,json', ...IN_FIREFOX],
  ['built:faults', '--', '--report', join(scratch, 'built-faults.json')],
  // The whole of it, `npm run matrix`, takes some minutes more.
  ['built:matrix', '--', '--cells', '8', '--report', join(scratch, 'built-matrix.json')],
] as const) {
  console.log(`\n— npm run ${script}`);
  const report = join(scratch, `${script.replace(':', '-')}.json`);
  const { status } = spawnSync('npm', ['run', '--silent', script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    shell: process.platform === 'win32',
  });
  const { passed, failed, again } = countsOf(report);
  total.again += again;
  total.passed += passed + (status === 0 && passed + failed === 0 ? 1 : 0);
  // A runner that fails without a failed test has failed all the same.
  total.failed += failed + (status !== 0 && failed === 0 ? 1 : 0);
}

rmSync(scratch, { recursive: true, force: true });
if (total.again > 0)
  console.log(`\n${total.again} tried twice, having waited in vain the first time (above).`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** What a runner's own report counts; nothing where there is no report. */
function countsOf(report: string): { passed: number; failed: number; again: number } {
  let parsed: {
    numPassedTests?: number;
    numFailedTests?: number;
    numSecondTries?: number;
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  try {
    parsed = JSON.parse(readFileSync(report, 'utf8')); // written by Vitest, in its form, or by Playwright
  } catch {
    return { passed: 0, failed: 0, again: 0 };
  }
  if (parsed.stats) {
    const { expected, unexpected, flaky } = parsed.stats;
    return { passed: expected + flaky, failed: unexpected, again: flaky };
  }
  const { numPassedTests = 0, numFailedTests = 0, numSecondTries = 0 } = parsed;
  return { passed: numPassedTests, failed: numFailedTests, again: numSecondTries };
}
