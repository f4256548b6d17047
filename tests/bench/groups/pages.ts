import type { Page } from '@playwright/test';
import type { Site } from '../../site/server.ts';
import { inContentScript, metricsOf, type Variant } from '../open-chromium.ts';
import { rowOf } from '../rows.ts';
import { type Group, turned } from '../stage.ts';

export const LOGIN = 'https://www.ecoledirecte.com/login';
const ACCOUNT = 'marie.martin';
export const QUESTION = 'Quelle est votre ville de résidence ?';
export const RIGHT = 'PARIS';

/** What a page of the site meets: the mark on its question, the advice, and what is loaded with every page. */
export const pages: Group = {
  name: 'pages',

  async measure({ site, none, empty, floor, ours, peers, rounds, series, say }) {
    for (let round = 0; round < rounds; round += 1) {
      say(`pages, round ${round + 1} of ${rounds}`);
      for (const variant of [ours, floor]) {
        // As with loads: the first would pay for what the browser before it has put out of the processor's caches.
        await timeMark(variant, site, false);
        series.add(`mark ${variant.name}`, await timeMark(variant, site, false));
      }
      series.add('mark cold', await timeMark(ours, site, true));
      series.add('echo cold', await timeMessage(empty, 'echo'));
      series.add('floor', await timeMessage(floor, 'second', 'first'));
      // The tab has asked something before, but not this.
      series.add(
        'advice',
        await timeMessage(ours, adviceOn(QUESTION), adviceOn('Quelle est votre classe ?')),
      );
      const loads = [none, empty, ours, ...peers].map((variant) => [variant.name, variant] as const);
      for (const [name, variant] of turned([...loads, ['none again', none] as const], round)) {
        const { task, script, heap } = await timeLoad(variant);
        series.add(`task ${name}`, task);
        series.add(`script ${name}`, script);
        series.add(`heap ${name}`, heap);
        if (variant !== none) series.add(`injecting ${name}`, await timeInjecting(variant));
      }
    }
  },

  rows({ series, peers }) {
    const mark = 'question inserted → option marked';
    const others = [...peers.map(({ name }) => name), 'none again'];
    const loads = [
      ['task', 'main thread'],
      ['script', 'scripts'],
    ] as const;
    return [
      rowOf(`${mark}, warm`, 'ms', series.of('mark ours'), { by: 'p95', most: 16.7, what: 'ms p95' }),
      rowOf('floor: message + HMAC + get + decrypt → attribute', 'ms', series.of('mark floor')),
      rowOf('empty: one message to a cold worker', 'ms', series.of('echo cold')),
      rowOf(`${mark}, cold`, 'ms', series.of('mark cold'), {
        against: series.of('echo cold'),
        most: 2,
        what: '× empty, cold',
      }),
      rowOf('floor: message + HMAC + get + decrypt', 'ms', series.of('floor')),
      rowOf('advice round trip, warm', 'ms', series.of('advice'), {
        against: series.of('floor'),
        most: 1.5,
        what: '× floor',
      }),
      ...loads.flatMap(([kind, words]) => [
        rowOf(`page load, ${words}: none`, 'ms', series.of(`${kind} none`)),
        ...['empty', ...others].map((name) =>
          rowOf(`page load, ${words}: ${name} adds`, 'ms', series.more(`${kind} ${name}`, `${kind} none`)),
        ),
        rowOf(`page load, ${words}: ours adds`, 'ms', series.more(`${kind} ours`, `${kind} none`), {
          against: series.more(`${kind} empty`, `${kind} none`),
          noise: series.more(`${kind} none again`, `${kind} none`),
          most: 1.5,
          what: '× empty adds',
        }),
      ]),
      ...['empty', ...peers.map(({ name }) => name)].map((name) =>
        rowOf(`page load, injecting: ${name}`, 'ms', series.of(`injecting ${name}`)),
      ),
      rowOf('page load, injecting: ours', 'ms', series.of('injecting ours'), {
        against: series.of('injecting empty'),
        most: 1.5,
        what: '× empty',
      }),
      rowOf('heap after load: empty adds', 'MB', series.more('heap empty', 'heap none')),
      rowOf('heap after load: ours adds', 'MB', series.more('heap ours', 'heap none'), {
        most: 0.3,
        what: 'MB',
      }),
    ];
  },
};

/** Milliseconds from the page's last option to its mark. `isCold`: the worker is stopped just before the login. */
async function timeMark({ context, stopWorker }: Variant, site: Site, isCold: boolean): Promise<number> {
  site.world.askNext(ACCOUNT, QUESTION);
  const page = await context.newPage();
  await page.addInitScript(watchMarks);
  await page.goto(LOGIN);
  await page.fill('#username', ACCOUNT);
  await page.fill('#password', site.world.account(ACCOUNT)?.password ?? '');
  if (isCold) await stopWorker();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForSelector('[data-memo-qcm]', { state: 'attached' });
  const taken = await page.evaluate(() => Number(document.documentElement.dataset.benchTaken));
  await page.close();
  return taken;
}

/** In the page, before its own scripts. */
function watchMarks() {
  let inserted = 0;
  new MutationObserver((changes) => {
    for (const { type, addedNodes } of changes) {
      if (type === 'attributes') {
        document.documentElement.dataset.benchTaken ??= String(performance.now() - inserted);
      } else if (
        [...addedNodes].some(
          (node) => node instanceof Element && node.querySelector('label.form-check-label'),
        )
      ) {
        inserted = performance.now();
      }
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-memo-qcm'],
  });
}

/**
 * Milliseconds of one message from the content script to its background and back: after another that warmed the worker,
 * or, where there is none, to a worker that was stopped just before.
 */
async function timeMessage(
  { context, origin, stopWorker }: Variant,
  message: unknown,
  warming?: unknown,
): Promise<number> {
  const page = await context.newPage();
  await page.goto(LOGIN);
  const evaluate = await inContentScript(page, origin);
  const send = (what: unknown) => `await chrome.runtime.sendMessage(${JSON.stringify(what)});`;
  if (warming === undefined) await stopWorker();
  const [taken] = await evaluate(`(async () => {
    ${warming === undefined ? '' : send(warming)}
    // What was answered is noted after the answer; that is not part of the next one.
    await new Promise((resolve) => setTimeout(resolve, ${warming === undefined ? 0 : 300}));
    const start = performance.now();
    ${send(message)}
    return [performance.now() - start];
  })()`);
  await page.close();
  return taken ?? Number.NaN;
}

/** The message by which the product's content script asks for advice. */
function adviceOn(question: string): unknown {
  const propositions = [RIGHT, 'LYON', 'NICE'];
  const request = { question, propositions, account: ACCOUNT, source: 'probe' };
  return { to: 'page', name: 'advice', request };
}

interface Load {
  task: number;
  script: number;
  /** Megabytes. */
  heap: number;
}

/**
 * Milliseconds of the main thread, and of scripts in it, from the beginning of a page's load in a new tab to 300 ms after
 * its form is there; then the heap. Chromium counts from zero at each navigation.
 */
async function timeLoad(variant: Variant): Promise<Load> {
  // The first load after another browser's turn would pay for what that one has put out of the processor's caches.
  await load(variant).then(({ page }) => page.close());
  const { page, read } = await load(variant);
  const { TaskDuration: task = Number.NaN, ScriptDuration: script = Number.NaN } = await read();
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap = Number.NaN } = await read();
  await page.close();
  return { task: 1000 * task, script: 1000 * script, heap: heap / 1_000_000 };
}

/**
 * Milliseconds of processor time that Chromium takes to put an extension's scripts into a page that loads, with what they
 * do at once, by its own trace. Unlike the time of a whole load it is more than the noise.
 */
async function timeInjecting({ context }: Variant): Promise<number> {
  const page = await context.newPage();
  const session = await page.context().newCDPSession(page);
  const parts: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // As the trace event format has it: `tdur` is the thread's own time, in microseconds.
    for (const { name, tdur } of value as unknown as { name: string; tdur?: number }[])
      if (name === 'ScriptInjection::InjectJs') parts.push((tdur ?? Number.NaN) / 1000);
  });
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['extensions'] },
  });
  await show(page);
  await session.send('Tracing.end');
  await ended;
  await page.close();
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part) : Number.NaN;
}

async function load({ context }: Variant) {
  const page = await context.newPage();
  const read = await metricsOf(page);
  await show(page);
  return { page, read };
}

/** Loads the page, until 300 ms after its form is there. */
async function show(page: Page): Promise<void> {
  await page.goto(LOGIN);
  await page.waitForSelector('#username');
  await page.waitForTimeout(300);
}
