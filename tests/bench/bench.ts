import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { weigh } from '../../publish/budget.ts';
import { startSite } from '../site/server.ts';
import { writeEmptyExtension } from './empty-extension.ts';
import { askOwner, timeImport, timePopup, timeSearch } from './extension-rows.ts';
import { injectedBytes } from './injected.ts';
import { openChromium, type Variant } from './open-chromium.ts';
import {
  ADVICE,
  type Load,
  QUESTION,
  RIGHT,
  timeIdle,
  timeLoad,
  timeMark,
  timeMessage,
} from './page-rows.ts';
import { type Row, rowOf, sayRows } from './rows.ts';

/**
 * Measures the built extension in Chromium, in turn with what it is compared to, and prints one table. No figure fails
 * it: machines differ.
 */
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, peer: { type: 'string', multiple: true } },
});
const rounds = options.quick ? 3 : 15;
/** Rows that take seconds each. */
const slowRounds = options.quick ? 1 : 3;

/** While it reads, encrypts, and writes, on a machine that is neither slow nor fast; in milliseconds. */
const CANCEL_AFTER = [100, 1_000, 2_500];

const output = resolve(import.meta.dirname, '../../.output');
const product = join(output, 'chrome-mv3');
const emptyFolder = join(output, 'bench-empty');
const peers = (options.peer ?? []).map((folder) => resolve(folder));
if (!existsSync(product)) throw new Error('Build the extension first.');

const rows: Row[] = [];
/** The series of one run, each under a name. */
const series = new Map<string, number[]>();
const of = (name: string) => series.get(name) ?? [];
const add = (name: string, ...values: number[]) => series.set(name, [...of(name), ...values]);

const site = await startSite();
site.world.behaviour.forgetDevices = true;
await writeEmptyExtension(emptyFolder);
const none = await openChromium('none', null, site.port);
const empty = await openChromium('empty', emptyFolder, site.port);
const ours = await openChromium('ours', product, site.port);
const others: Variant[] = [];
for (const peer of peers) others.push(await openChromium(basename(peer), peer, site.port));

try {
  const owner = await openOwner();
  await measurePages();
  await measureVault();
  await measureSizes(owner);
  sayAll();
} finally {
  for (const variant of [none, empty, ours, ...others]) await variant.close();
  await site.close();
}

async function openOwner(): Promise<Page> {
  const page = await ours.context.newPage();
  await page.goto(`${ours.origin}/options.html`);
  await askOwner(page, 'consent', {});
  await askOwner(page, 'save', { id: null, account: null, question: QUESTION, answers: [RIGHT] });
  return page;
}

async function measurePages(): Promise<void> {
  await timeMark(ours, site, false);
  for (let round = 0; round < rounds; round += 1) {
    say(`pages, round ${round + 1} of ${rounds}`);
    add('mark', await timeMark(ours, site, false));
    add('mark cold', await timeMark(ours, site, true));
    add('echo cold', await timeMessage(empty, 'echo', true));
    add('echo', await timeMessage(empty, 'echo', false));
    add('advice', await timeMessage(ours, ADVICE, false));
    for (const variant of turned([none, empty, ours, ...others], round))
      addLoad(variant.name, await timeLoad(variant));
  }
  for (let round = 0; round < slowRounds; round += 1) {
    say(`idle, round ${round + 1} of ${slowRounds}`);
    add('idle none', await timeIdle(none));
    add('idle ours', await timeIdle(ours));
    add('idle none', await timeIdle(none));
  }
}

/** Each goes first in its turn, so that none is always measured after the same one. */
function turned<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function addLoad(name: string, { task, script, heap }: Load): void {
  add(`task ${name}`, task);
  add(`script ${name}`, script);
  add(`heap ${name}`, heap);
}

/** The vault's own code in a page of the empty extension, beside the browser's bare operations. */
async function measureVault(): Promise<void> {
  const page = await empty.context.newPage();
  await page.goto(`${empty.origin}/bench.html`);
  const run = (call: string) => page.evaluate<number>(`bench.${call}`);
  await run('writeBare(100)');
  for (const count of [100, 10_000, 100_000]) {
    say(`look-ups among ${count}`);
    await run(`fill(${count})`);
    await run(`lookUp(${count})`);
    for (let round = 0; round < rounds; round += 1) {
      add(`look up ${count}`, await run(`lookUp(${count})`));
      add('bare look-up', await run('lookUpBare()'));
      add(`remember ${count}`, await run('remember()'));
      if (round < slowRounds * 3) add(`naive ${count}`, await run(`lookUpNaively(${count})`));
    }
  }
  for (let round = 0; round < slowRounds; round += 1) {
    say(`bulk floor, round ${round + 1} of ${slowRounds}`);
    add('bare write', await run('writeBare(100000)'));
    add('bare read', await run('readBare()'));
  }
  await page.close();
}

/** The product's own background at 10,000 and at 100,000 questions. */
async function measureSizes(owner: Page): Promise<void> {
  await askOwner(owner, 'startOver', {});
  await timeImport(owner, 10_000);
  for (let round = 0; round < rounds; round += 1) {
    say(`popup, round ${round + 1} of ${rounds}`);
    for (const variant of [empty, ours]) {
      const { paint, usable } = await timePopup(variant);
      add(`paint ${variant.name}`, paint);
      add(`usable ${variant.name}`, usable);
    }
    if (round < slowRounds) add('search', ...(await timeSearch(ours, 'numéro 77')));
  }
  for (let round = 0; round < slowRounds; round += 1) {
    say(`100,000 questions, round ${round + 1} of ${slowRounds}`);
    await askOwner(owner, 'startOver', {});
    for (const patience of CANCEL_AFTER) add('cancel', (await timeImport(owner, 100_000, patience)).taken);
    const { taken, longest } = await timeImport(owner, 100_000);
    add('import', taken);
    add('import task', longest);
    add('export', await askOwner(owner, 'export', { account: null, passphrase: null }));
    add('list', await askOwner(owner, 'list', {}));
  }
}

function sayAll(): void {
  const plus = (first: string, second: string) => {
    const [bare] = [of(second).toSorted((one, other) => one - other)];
    const middle = bare[Math.floor(bare.length / 2)] ?? Number.NaN;
    return of(first).map((value) => value + middle);
  };
  const added = (name: string, kind: string) =>
    of(`${kind} ${name}`).map((value, round) => value - (of(`${kind} none`)[round] ?? 0));
  const mark = 'question inserted → option marked';
  rows.push(
    rowOf(`${mark}, warm`, 'ms', of('mark'), { by: 'p95', most: 16.7, what: 'ms p95' }),
    rowOf('empty: one message to a cold worker', 'ms', of('echo cold')),
    rowOf(`${mark}, cold`, 'ms', of('mark cold'), {
      against: of('echo cold'),
      most: 2,
      what: '× empty, cold',
    }),
    rowOf('floor: message + HMAC + get + decrypt', 'ms', plus('echo', 'bare look-up')),
    rowOf('advice round trip, warm', 'ms', of('advice'), {
      against: plus('echo', 'bare look-up'),
      most: 1.5,
      what: '× floor',
    }),
    rowOf('look up among 100', 'ms', of('look up 100')),
    ...[10_000, 100_000].flatMap((count) => [
      rowOf(`look up among ${count}`, 'ms', of(`look up ${count}`), {
        against: of('look up 100'),
        most: 1.3,
        what: '× at 100',
      }),
      rowOf(`naive: one blob of ${count}`, 'ms', of(`naive ${count}`)),
      rowOf(`look up among ${count}, to naive`, 'ms', of(`look up ${count}`), {
        against: of(`naive ${count}`),
        least: count === 10_000 ? 25 : 250,
        what: '× faster',
      }),
    ]),
    rowOf('remember one at 100', 'ms', of('remember 100')),
    rowOf('remember one at 100000', 'ms', of('remember 100000'), {
      against: of('remember 100'),
      most: 1.3,
      what: '× at 100',
    }),
    rowOf('floor: encrypt and write 100000', 'ms', of('bare write')),
    rowOf('import of 100000', 'ms', of('import'), { against: of('bare write'), most: 2, what: '× floor' }),
    rowOf('longest task of the page during it', 'ms', of('import task'), { by: 'p95', most: 50, what: 'ms' }),
    rowOf('cancel during it → over', 'ms', of('cancel'), { by: 'p95', most: 200, what: 'ms' }),
    rowOf('floor: read and decrypt 100000', 'ms', of('bare read')),
    rowOf('export of 100000', 'ms', of('export'), { against: of('bare read'), most: 2, what: '× floor' }),
    rowOf('first list of 100000', 'ms', of('list'), { against: of('bare read'), most: 2, what: '× floor' }),
    rowOf('empty popup → first paint', 'ms', of('paint empty')),
    rowOf('popup, 10000 questions → first paint', 'ms', of('paint ours'), {
      against: of('paint empty'),
      most: 1.5,
      what: '× empty',
    }),
    rowOf('popup, 10000 questions → list usable', 'ms', of('usable ours'), {
      against: of('usable empty'),
      most: 3,
      what: '× empty',
    }),
    rowOf('key in the search box → painted', 'ms', of('search'), { by: 'p95', most: 50, what: 'ms p95' }),
  );
  for (const kind of ['task', 'script']) {
    rows.push(
      rowOf(`page load, ${kind} time: none`, 'ms', of(`${kind} none`)),
      rowOf(`page load, ${kind} time: empty adds`, 'ms', added('empty', kind)),
      ...others.map(({ name }) => rowOf(`page load, ${kind} time: ${name} adds`, 'ms', added(name, kind))),
      rowOf(`page load, ${kind} time: ours adds`, 'ms', added('ours', kind), {
        against: added('empty', kind),
        most: 1.5,
        what: '× empty adds',
      }),
    );
  }
  rows.push(
    rowOf('heap after load, more than none', 'MB', added('ours', 'heap'), { most: 0.3, what: 'MB' }),
    rowOf('10 s of changes: none', 'ms', of('idle none')),
    rowOf('10 s of changes: ours', 'ms', of('idle ours'), {
      most: Math.max(...of('idle none')),
      what: 'ms; the most of none',
    }),
    ...peers.map((peer) => rowOf(`injected: ${basename(peer)}`, 'kB', [injectedBytes(peer) / 1000])),
    rowOf('injected: ours', 'kB', [injectedBytes(product) / 1000], { most: 12, what: 'kB' }),
    ...weigh(product).map(({ part, bytes, limit }) =>
      rowOf(`size: ${part}`, 'kB', [bytes / 1000], { most: limit / 1000, what: 'kB' }),
    ),
  );
  console.log(
    `\n${none.version}, ${availableParallelism()} cores, ${rounds} rounds (${slowRounds} of the slow rows)\n`,
  );
  for (const line of sayRows(rows)) console.log(line);
  const report = {
    browser: none.version,
    cores: availableParallelism(),
    rounds,
    slowRounds,
    rows,
    series: Object.fromEntries(series),
  };
  writeFileSync(join(output, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function say(what: string): void {
  console.error(what);
}
