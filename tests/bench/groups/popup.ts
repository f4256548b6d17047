import type { Variant } from '../open-chromium.ts';
import { askOwner, importQuestions } from '../owner.ts';
import { rowOf } from '../rows.ts';
import type { Group } from '../stage.ts';

const QUESTIONS = 10_000;

/** The popup of somebody with 10,000 questions. */
export const popup: Group = {
  name: 'popup',

  async measure({ empty, ours, owner, rounds, series, say }) {
    await askOwner(owner, 'startOver', {});
    await importQuestions(owner, QUESTIONS);
    for (let round = 0; round < rounds; round += 1) {
      say(`popup, round ${round + 1} of ${rounds}`);
      for (const variant of [empty, ours]) {
        const { paint, usable, whole } = await timePopup(variant);
        series.add(`paint ${variant.name}`, paint);
        series.add(`usable ${variant.name}`, usable);
        series.add(`whole ${variant.name}`, whole);
      }
      series.add('search', ...(await timeSearch(ours, 'numero 77')));
    }
  },

  rows({ series }) {
    const judging = (most: number) => ({ against: series.of('paint empty'), most, what: '× empty' });
    return [
      rowOf('empty popup → first paint', 'ms', series.of('paint empty')),
      rowOf(`popup, ${QUESTIONS} questions → first paint`, 'ms', series.of('paint ours'), judging(1.5)),
      rowOf(`popup, ${QUESTIONS} questions → list usable`, 'ms', series.of('usable ours'), judging(3)),
      rowOf(`popup, ${QUESTIONS} questions → all there`, 'ms', series.of('whole ours')),
      rowOf('key in the search box → painted', 'ms', series.of('search'), {
        by: 'p95',
        most: 50,
        what: 'ms p95',
      }),
    ];
  },
};

/**
 * Milliseconds from the opening of `popup.html` to its first paint, to the first frame in which search and list are there,
 * and to the count of all questions; of the empty one, to the first paint.
 */
async function timePopup({
  context,
  origin,
}: Variant): Promise<Record<'paint' | 'usable' | 'whole', number>> {
  const page = await context.newPage();
  await page.addInitScript((count) => {
    const times: Record<string, number> = {};
    Object.assign(globalThis, { benchTimes: times });
    new MutationObserver((_, observer) => {
      const isUsable = document.querySelector('input[type=search]') && document.querySelector('li.row');
      if (isUsable && !('usable' in times)) {
        times.usable = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            times.usable = performance.now();
          };
          port2.postMessage(null);
        });
      }
      if (!document.querySelector('.count')?.textContent?.replace(/\D/g, '').startsWith(count)) return;
      times.whole = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }, String(QUESTIONS));
  await page.goto(`${origin}/popup.html`);
  if (await page.evaluate(() => document.scripts.length > 0))
    await page.waitForFunction(() => 'whole' in (Reflect.get(globalThis, 'benchTimes') ?? {}));
  const found = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const { benchTimes } = globalThis as { benchTimes?: { usable?: number; whole?: number } };
    return { paint, usable: benchTimes?.usable ?? paint, whole: benchTimes?.whole ?? paint };
  });
  await page.close();
  return found;
}

/** Milliseconds from each key in the search box to the frame with its result. */
async function timeSearch({ context, origin }: Variant, text: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  await page.waitForSelector('li.row', { state: 'attached' });
  await page.waitForFunction(
    (count) => document.querySelector('.count')?.textContent?.replace(/\D/g, '').startsWith(count),
    String(QUESTIONS),
  );
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { benchTimes: times });
    const hear = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    document.addEventListener('keydown', hear, { capture: true });
  });
  await page.focus('input[type=search]');
  for (const [place, key] of [...text].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForFunction((many) => Reflect.get(globalThis, 'benchTimes').length > many, place);
  }
  const times = await page.evaluate<number[]>(() => Reflect.get(globalThis, 'benchTimes'));
  // What was searched for would be there again in the next popup.
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  await page.close();
  return times;
}
