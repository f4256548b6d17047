import { metricsOf, type Variant } from '../open-chromium.ts';
import { rowOf } from '../rows.ts';
import type { Group } from '../stage.ts';
import { LOGIN } from './pages.ts';

/** A page that changes all the time, and has no question. */
export const idle: Group = {
  name: 'idle',

  async measure({ none, ours, rounds, series, say }) {
    for (let round = 0; round < rounds; round += 1) {
      say(`ten seconds of changes, round ${round + 1} of ${rounds}`);
      series.add('changes none', await timeChanges(none));
      series.add('changes ours', await timeChanges(ours));
      series.add('changes none again', await timeChanges(none));
    }
  },

  rows({ series }) {
    const noise = series.more('changes none again', 'changes none').map(Math.abs);
    return [
      rowOf('10 s of changes: none', 'ms', series.of('changes none')),
      rowOf('10 s of changes: none against none', 'ms', noise),
      rowOf('10 s of changes: ours adds', 'ms', series.more('changes ours', 'changes none'), {
        most: Math.max(...noise),
        what: 'ms; the most between none and none',
      }),
    ];
  },
};

/** Milliseconds of the main thread in ten seconds of a page with 1,000 changes a second. */
async function timeChanges({ context }: Variant): Promise<number> {
  const page = await context.newPage();
  await page.goto(LOGIN);
  await page.waitForSelector('#username');
  const read = await metricsOf(page);
  await page.evaluate(() => {
    const list = document.body.appendChild(document.createElement('ul'));
    setInterval(() => {
      for (let change = 0; change < 20; change += 1) {
        list.appendChild(document.createElement('li')).textContent = String(change);
        if (list.childElementCount > 50) list.firstElementChild?.remove();
      }
    }, 40); // 20 come and 20 go, 25 times a second
  });
  const before = await read();
  await page.waitForTimeout(10_000);
  const after = await read();
  await page.close();
  return 1000 * ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0));
}
