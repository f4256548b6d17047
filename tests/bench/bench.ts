import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSite } from '../site/server.ts';
import { writeEmptyExtension, writeFloorExtension } from './comparison-extensions.ts';
import { bulk } from './groups/bulk.ts';
import { idle } from './groups/idle.ts';
import { pages, QUESTION, RIGHT } from './groups/pages.ts';
import { popup } from './groups/popup.ts';
import { sizes } from './groups/sizes.ts';
import { vault } from './groups/vault.ts';
import { openChromium, type Variant } from './open-chromium.ts';
import { askOwner } from './owner.ts';
import { sayRows } from './rows.ts';
import { Series } from './series.ts';
import type { Group, Stage } from './stage.ts';
import { watchStolen } from './stolen.ts';

/**
 * Measures the built extension in Chromium, in turn with what it is compared to, prints one table and writes it with
 * every measurement to `.output/bench.json`. No figure fails it: machines differ.
 */
const GROUPS: readonly Group[] = [sizes, pages, vault, popup, bulk, idle];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    peer: { type: 'string', multiple: true, default: [] },
    /** Names of groups; all where it is not given. */
    only: { type: 'string', multiple: true, default: [] },
  },
});
const groups = GROUPS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
const rounds = options.quick ? 3 : 15;
const output = resolve(import.meta.dirname, '../../.output');
const product = join(output, 'chrome-mv3');
if (!existsSync(product)) throw new Error('Build the extension first.');

const stolen = watchStolen();
const site = await startSite();
site.world.behaviour.forgetDevices = true;
const variants: Variant[] = [];
try {
  const stage = await openStage();
  for (const group of groups) {
    try {
      await group.measure(stage);
    } catch (error) {
      // What the others measured is not lost for it.
      console.error(`${group.name} broke off:`, error);
      process.exitCode = 1;
    }
  }
  print(stage);
} finally {
  for (const variant of variants) await variant.close();
  await site.close();
}

async function openStage(): Promise<Stage> {
  const open = async (name: string, folder: string) => {
    const variant = await openChromium(name, folder, site.port);
    variants.push(variant);
    return variant;
  };
  const [emptyFolder, floorFolder] = [join(output, 'bench-empty'), join(output, 'bench-floor')];
  writeEmptyExtension(emptyFolder);
  await writeFloorExtension(floorFolder);
  const none = await open('none', '');
  const empty = await open('empty', emptyFolder);
  const floor = await open('floor', floorFolder);
  const ours = await open('ours', product);
  const peers: Variant[] = [];
  for (const peer of options.peer) peers.push(await open(basename(resolve(peer)), resolve(peer)));
  const owner = await ours.context.newPage();
  // No page that listens: it would be given each message of the content script too, which seldom happens.
  await owner.goto(`${ours.origin}/icon.svg`);
  await askOwner(owner, 'consent', {});
  await askOwner(owner, 'save', { id: null, account: null, question: QUESTION, answers: [RIGHT] });
  const bench = await floor.context.newPage();
  await bench.goto(`${floor.origin}/bench.html`);
  return {
    site,
    none,
    empty,
    floor,
    ours,
    peers,
    owner,
    bench,
    rounds,
    series: new Series(),
    say: console.error,
  };
}

function print(stage: Stage): void {
  const rows = groups.flatMap((group) => group.rows(stage));
  const { version: browser } = stage.none;
  const cores = availableParallelism();
  const part = stolen();
  const ofOthers = part === null ? '' : `, ${(100 * part).toFixed(0)} % of their time taken by others`;
  console.log(`\n${browser}, ${cores} cores${ofOthers}, ${rounds} rounds\n`);
  for (const line of sayRows(rows)) console.log(line);
  const report = { browser, cores, stolen: part, rounds, rows, series: stage.series };
  writeFileSync(join(output, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}
