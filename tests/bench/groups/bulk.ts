import type { Variant } from '../open-chromium.ts';
import { askOwner, importQuestions, timeList } from '../owner.ts';
import { rowOf } from '../rows.ts';
import { type Group, run, turned } from '../stage.ts';

const QUESTIONS = 100_000;
/** It is stopped while it reads, encrypts, or writes, on a machine that is neither slow nor fast; in milliseconds. */
const CANCEL_AFTER = [100, 1_000, 2_500];

/** The product's own background at 100,000 questions, and its tab. */
export const bulk: Group = {
  name: 'bulk',

  async measure({ bench, ours, owner, rounds, series, say }) {
    for (let round = 0; round < rounds; round += 1) {
      say(`${QUESTIONS} questions, round ${round + 1} of ${rounds}`);
      series.add('bare write', await run(bench, `writeBare(${QUESTIONS})`));
      await askOwner(owner, 'startOver', {});
      const patience = CANCEL_AFTER[round % CANCEL_AFTER.length] ?? 0;
      series.add('cancel', await importQuestions(owner, QUESTIONS, patience));
      series.add('import', await importQuestions(owner, QUESTIONS));
      const readings = [
        async () => series.add('bare read', await run(bench, 'readBare()')),
        async () =>
          series.add('export', await askOwner(owner, 'export', { account: null, passphrase: null })),
        async () => series.add('health', await askOwner(owner, 'health', {})),
        async () => {
          const { first, whole } = await timeList(owner);
          series.add('first part', first);
          series.add('list', whole);
        },
      ];
      // The first reading after so much was written pays for what the browser still does with it.
      for (const reading of turned(readings, round)) await reading();
      await askOwner(owner, 'startOver', {});
      const { longest, moves } = await importInTab(ours);
      series.add('tab task', longest);
      series.add('tab moves', moves);
    }
  },

  rows({ series }) {
    const write = { against: series.of('bare write'), most: 2, what: '× floor' };
    const read = { against: series.of('bare read'), most: 2, what: '× floor' };
    return [
      rowOf(`floor: encrypt and write ${QUESTIONS}`, 'ms', series.of('bare write')),
      rowOf(`import of ${QUESTIONS}`, 'ms', series.of('import'), write),
      rowOf('cancel during it → over', 'ms', series.of('cancel'), { by: 'p95', most: 200, what: 'ms p95' }),
      rowOf('the same in the tab: longest task of the page', 'ms', series.of('tab task'), {
        by: 'p95',
        most: 50,
        what: 'ms p95',
      }),
      rowOf('the same in the tab: moves of the bar', '', series.of('tab moves')),
      rowOf(`floor: read and decrypt ${QUESTIONS}`, 'ms', series.of('bare read')),
      rowOf(`export of ${QUESTIONS}`, 'ms', series.of('export'), read),
      rowOf(`health check of ${QUESTIONS}`, 'ms', series.of('health'), read),
      rowOf(`list of ${QUESTIONS}: first part`, 'ms', series.of('first part')),
      rowOf(`list of ${QUESTIONS}: all parts`, 'ms', series.of('list'), read),
    ];
  },
};

/**
 * Imports a file of as many questions in the tab, as its owner would: the longest task of the page, in milliseconds, from
 * the file to the list that is read after it (0 where none is above 50 ms), and how often the progress bar moved.
 */
async function importInTab({ context, origin }: Variant): Promise<{ longest: number; moves: number }> {
  const page = await context.newPage();
  await page.goto(`${origin}/options.html#importer`);
  await page.waitForSelector('#import-file');
  await page.evaluate((many) => {
    const watched = { longest: 0, moves: 0 };
    Object.assign(globalThis, { benchWatched: watched });
    new MutationObserver(() => {
      watched.moves += 1;
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['value'] });
    const answers = Array.from({ length: many }, (_, place) => [
      `Quelle est la réponse à la question numéro ${place} ?`,
      [`RÉPONSE ${place}`],
    ]);
    const file = new File([JSON.stringify(Object.fromEntries(answers), null, 2)], 'qcm.json');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const field = document.querySelector<HTMLInputElement>('#import-file');
    if (!field) throw new Error('no field for files');
    setTimeout(() => {
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
      }).observe({ entryTypes: ['longtask'] });
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, 500);
  }, QUESTIONS);
  const limit = { timeout: 180_000 };
  await page.waitForSelector('.preview .counts', limit);
  await page.getByRole('button', { name: /^Importer/ }).click(limit);
  await page.getByText('Import terminé').waitFor(limit);
  await page.waitForTimeout(2_000); // the list is read after it
  const watched = await page.evaluate(
    () => (globalThis as { benchWatched?: { longest: number; moves: number } }).benchWatched,
  );
  await page.close();
  if (!watched) throw new Error('the page was loaded anew');
  return watched;
}
