import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/extension.ts';
import { startSite } from '../site/server.ts';
import { type Cell, nameOf } from './cell.ts';
import { chooseCells } from './choose-cells.ts';
import { tryControls } from './controls.ts';
import { tryHostile } from './hostile.ts';
import { openMemory } from './memory.ts';
import { playCell } from './play-cell.ts';
import { played, secondTries } from './second-try.ts';

/**
 * Plays how questions may go (markup × transport × mode × memory × outcome) in both browsers at once, and prints what was
 * not as promised beside each. `--only` takes those whose name holds a text, `--browser` one browser;
 * `--follow` tells of each as it ends.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    browser: { type: 'string', default: 'chromium,firefox' },
    cells: { type: 'string', default: '124' },
    seed: { type: 'string', default: '1' },
    follow: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});

/** Played as well; they take long, and so not in every combination. */
const SLOW: Cell[] = [
  { markup: 'beside', transport: 'xhr-text', mode: 'select', memory: 'confirmed', outcome: 'closed' },
  { markup: 'beside', transport: 'fetch', mode: 'highlight', memory: 'declared', outcome: 'back' },
];
/** No cell may take longer, in milliseconds. */
const LIMIT = 120_000;
/** The part of the cells that Firefox is given: those that cover most. */
const IN_FIREFOX = 0.37;

interface Result {
  browser: string;
  name: string;
  problems: string[];
}

const cells = Number(values.cells);
const all = chooseCells(cells, Number(values.seed)).slice(0, cells);
const chosen = {
  chromium: [...all, ...SLOW],
  firefox: [...all.slice(0, Math.ceil(all.length * IN_FIREFOX)), ...SLOW],
};
const began = Date.now();
const results = (
  await Promise.all(
    (['chromium', 'firefox'] as const)
      .filter((name) => values.browser.includes(name))
      .map((name) =>
        playIn(
          name,
          chosen[name].filter((cell) => nameOf(cell).includes(values.only)),
        ),
      ),
  )
).flat();

const width = Math.max(...results.map(({ name }) => name.length));
for (const { browser, name, problems } of results) {
  const [first = '', ...others] = problems;
  console.log(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${browser.padEnd(8)}  ${name.padEnd(width)}  ${first}`.trimEnd(),
  );
  for (const other of others) console.log(`${' '.repeat(width + 18)}${other}`);
}
for (const again of secondTries) console.log(`AGAIN ${again}`);
const failed = results.filter(({ problems }) => problems.length > 0).length;
console.log(`\n${Math.round((Date.now() - began) / 1_000)} s`);
console.log(`${results.length - failed} passed, ${failed} failed`);
if (values.report) {
  const counts = {
    numPassedTests: results.length - failed,
    numFailedTests: failed,
    numSecondTries: secondTries.length,
  };
  writeFileSync(values.report, JSON.stringify(counts));
}
process.exitCode = failed === 0 ? 0 : 1;

async function playIn(name: 'chromium' | 'firefox', cells: Cell[]): Promise<Result[]> {
  const site = await startSite();
  const browser = await launch(name, { port: site.port });
  const memory = await openMemory(browser);
  const results: Result[] = [];
  for (const cell of cells) {
    const problems = await played(`${name}: ${nameOf(cell)}`, () =>
      bounded(playCell(cell, { browser, site, memory })),
    );
    results.push({ browser: name, name: nameOf(cell), problems });
    if (values.follow) console.error(problems.length === 0 ? 'ok' : 'FAIL', name, nameOf(cell), problems);
  }
  if (values.only === '' || values.only === 'hostile') {
    for (const trial of await tryHostile(browser, memory)) results.push({ browser: name, ...trial });
  }
  if (values.only === '' || values.only === 'controls') {
    for (const trial of await tryControls({ browser, site, memory }))
      results.push({ browser: name, ...trial });
  }
  await browser.close();
  await site.close();
  return results;
}

/** A page that hangs is a failure like others. */
function bounded(problems: Promise<string[]>): Promise<string[]> {
  const limit = new Promise<string[]>((resolve) => {
    setTimeout(resolve, LIMIT, [`It hung for ${LIMIT / 1_000} s.`]).unref();
  });
  return Promise.race([problems, limit]);
}
