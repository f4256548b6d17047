import type { Browser } from '../browsers/browser.ts';
import type { Figure } from './figure.ts';
import { tell } from './owner.ts';

/** Popup, tab and another tab write at once, to the same question and to their own: every write is kept. */
export async function writeAtOnce(browser: Browser, each: number): Promise<Figure> {
  const pages = await Promise.all(
    ['popup.html', 'options.html', 'options.html'].map((page) => browser.openExtension(page)),
  );
  const counts = { writers: pages.length, made: 0, kept: 0 };
  const shared = 'Question de tous ?';
  await Promise.all(
    pages.map(async (page, writer) => {
      for (let write = 0; write < each; write += 1) {
        const answers = [`réponse ${writer}.${write}`];
        await tell(page, 'save', { id: null, account: null, question: shared, answers });
        await tell(page, 'save', {
          id: null,
          account: `compte ${writer}`,
          question: `Question ${write} ?`,
          answers,
        });
        counts.made += 2;
      }
    }),
  );
  const [page] = pages;
  if (!page) throw new Error('no page');
  const list = await tell(page, 'list', {});
  const id = list.find(({ question }) => question === shared)?.id ?? '';
  counts.kept += new Set((await tell(page, 'reveal', { id })).map(({ text }) => text)).size;
  counts.kept += list.filter(({ account }) => account?.startsWith('compte ')).length;
  for (const one of pages) await one.close();
  return {
    check: 'three write at once',
    where: browser.name,
    counts,
    asPromised: counts.made > 0 && counts.kept === counts.made,
  };
}
