import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Tab } from '../browsers/tab.ts';
import { expect, LOGIN, test } from './extension.ts';
import { CLOBBERED, HONEST, HOSTILE, PROPOSITIONS, QUESTION } from './page-cases.ts';

/** What the content script reads and does, by itself, in the page's own world: no other is so easily led astray. */
type PageLibrary = typeof import('./page-library.ts');

let library = '';

test.beforeAll(async () => {
  const entry = fileURLToPath(new URL('page-library.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'memoQcm' } },
  });
  const [bundle] = [built].flat();
  library = bundle && 'output' in bundle ? bundle.output[0].code : '';
});

test.beforeEach(() => {
  // Many pages, one after the other.
  test.setTimeout(180_000);
});

test('the answer is chosen on every honest page', async ({ browser_: browser }) => {
  const tab = await browser.open(LOGIN);
  for (const [name, body] of Object.entries(HONEST)) {
    expect(await play(tab, body), name).toEqual({ chosen: ['LYON'], error: null, left: 0 });
  }
});

test('nothing is chosen on a hostile page', async ({ browser_: browser }) => {
  const tab = await browser.open(LOGIN);
  for (const [name, body] of Object.entries(HOSTILE)) {
    expect(await play(tab, body), name).toEqual({ chosen: [], error: null, left: 0 });
  }
});

test('a page whose names hide the DOM’s is read rightly or not at all', async ({ browser_: browser }) => {
  const tab = await browser.open(LOGIN);
  for (const [name, body] of Object.entries(CLOBBERED)) {
    const { chosen, ...rest } = await play(tab, body);
    expect([[], ['LYON']], name).toContainEqual(chosen);
    expect(rest, name).toEqual({ error: null, left: 0 });
  }
});

test('the note moves no option of a table, nor of a row, nor of what is as wide as its content', async ({
  browser_: browser,
}) => {
  const tab = await browser.open(LOGIN);
  const css = await readFile(new URL('../../lib/page/style.css', import.meta.url), 'utf8');
  const rows = PROPOSITIONS.map(
    (text) => `<tr><td><label><input type=radio name=r><span>${text}</span></label></td></tr>`,
  ).join('');
  for (const [name, start] of [
    ['a table’s caption', `<table><caption>${QUESTION}</caption><tbody>`],
    ['a row of a table', `<table><tr><th>${QUESTION}</th></tr><tbody>`],
    ['a dialog in the middle', `<div style="position:fixed;left:50%;translate:-50%">${QUESTION}<table>`],
    ['a row', `<div style="display:flex;align-items:start"><p>${QUESTION}</p><table>`],
    [
      'a column',
      `<div style="display:flex;flex-direction:column;align-items:center"><p>${QUESTION}</p><table>`,
    ],
    ['a grid', `<div style="display:grid;grid-template-columns:auto auto"><p>${QUESTION}</p><table>`],
  ] as const) {
    await tab.page.goto('about:blank');
    const [before, after] = await tab.page.evaluate(
      ([code, body]) => {
        const page = globalThis as unknown as { memoQcm: PageLibrary; eval: (code: string) => void }; // what the bundle makes
        page.eval(code.replace(/^var memoQcm\s*=/, 'globalThis.memoQcm ='));
        document.body.innerHTML = body;
        const places = () =>
          [...document.querySelectorAll('span')].map((one) => {
            const { x, y } = one.getBoundingClientRect();
            return [x, y];
          });
        const stood = places();
        const below = document.querySelector('caption, th') ? 'tbody:last-of-type' : 'table';
        const words = {
          title: 'Mémo QCM',
          close: 'Fermer',
          text: 'Votre réponse est sélectionnée. '.repeat(6),
        };
        page.memoQcm.showNote(document, words, document.querySelector(below));
        return [stood, places()];
      },
      [library, `<style>${css}</style>${start}${rows}`] as const,
    );
    expect(before, name).toHaveLength(PROPOSITIONS.length);
    expect(after, name).toEqual(before);
  }
});

/** Shows a page, and looks at it a few times as the content script does. Returns the texts that are chosen at the end. */
async function play(tab: Tab, body: string) {
  // Without the stand-in's policy, which a page like this has not.
  await tab.page.goto('about:blank');
  return tab.page.evaluate(
    async ([code, markup, question, propositions]) => {
      const page = globalThis as unknown as { memoQcm: PageLibrary; eval: (code: string) => void }; // what the bundle makes
      // As a script would, where a name of its own is the page's.
      page.eval(code.replace(/^var memoQcm\s*=/, 'globalThis.memoQcm ='));
      const { parseHTMLUnsafe } = Document as unknown as { parseHTMLUnsafe: (html: string) => Document }; // not in the types yet
      const parsed = parseHTMLUnsafe(`<!doctype html><html lang=fr><body>${markup}`);
      document.documentElement.replaceWith(document.adoptNode(parsed.documentElement));
      const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
      // Frames come a little later.
      await pause(150);
      const {
        locateChallenge,
        makeChooser,
        markOption,
        readOptions,
        readPage,
        showNote,
        treesOf,
        unmarkAll,
      } = page.memoQcm;
      const choose = makeChooser();
      const find = () => locateChallenge(document, { question, propositions });
      try {
        readPage(document);
        for (let look = 0; look < 3; look += 1) {
          const found = find();
          for (const option of found?.options.values() ?? []) markOption(option, 'candidate', 'essai');
          showNote(document, { title: 'Essai', close: 'Fermer', text: 'essai' }, null);
          const answer = found?.options.get('LYON');
          if (answer) choose(answer);
          await pause(100);
        }
        // Anywhere on the page, not only where the question was found.
        const all = treesOf(document).flatMap(readOptions);
        const chosen = all.filter((option) => option.isChosen() && propositions.includes(option.letters));
        unmarkAll(document);
        const left = Document.prototype.querySelectorAll.call(document, '[data-memo-qcm]').length;
        return { chosen: chosen.map(({ letters }) => letters), error: null, left };
      } catch (error) {
        return { chosen: [] as string[], error: String(error), left: 0 };
      }
    },
    [library, body, QUESTION, PROPOSITIONS] as const,
  );
}
