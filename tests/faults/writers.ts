import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import { type ContentScript, openContentScript, type PageMessage } from './content-script.ts';
import type { Figure } from './figure.ts';
import { listAll, tell } from './owner.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

/** What is written: one answer to one question of one account. */
interface Write {
  account: string | null;
  question: string;
  answer: string;
}

const SHARED = 'Question de tous ?';

/**
 * Proves that no write is lost where several contexts write at once, half of them to the same question: the popup, the
 * tab, and in Chromium the content script with accepted answers, in Firefox a second tab. The pages send all of theirs
 * without waiting. Every write that was confirmed has to be read back.
 */
export async function writeAtOnce(browser: Browser, each: number): Promise<Figure> {
  const counts = { writers: 0, made: 0, kept: 0 };
  const pages = [await browser.openExtension('popup.html'), await browser.openExtension('options.html')];
  if (browser.name === 'firefox') pages.push(await browser.openExtension('options.html'));
  const content = browser.name === 'chromium' ? await openContentScript(browser) : null;
  const work = pages.map((page, writer) => writeFromPage(page, writesOf(writer, each)));
  if (content) work.push(writeFromContent(content, writesOf(pages.length, each)));
  counts.writers = work.length;
  const written = (await Promise.all(work)).flat();
  counts.made = written.length;

  const [page] = pages;
  if (!page) throw new Error('no page');
  const there = new Set<string>();
  for (const { id, account, question } of (await listAll(page)).questions) {
    for (const { text } of await tell(page, 'reveal', { id }))
      there.add(JSON.stringify([account, question, text]));
  }
  counts.kept = written.filter(({ account, question, answer }) =>
    there.has(JSON.stringify([account, question, answer])),
  ).length;
  await content?.close();
  for (const one of pages) await one.close();
  return {
    check: 'three write at once',
    where: browser.name,
    counts,
    asPromised: counts.made === counts.writers * each && counts.kept === counts.made,
  };
}

function writesOf(writer: number, each: number): Write[] {
  return Array.from({ length: each }, (_, write) => {
    const answer = `réponse ${writer}.${write}`;
    if (write % 2 === 0) return { account: null, question: SHARED, answer };
    // A tab of the site is given advice on no more than five different questions.
    return { account: `compte ${writer}`, question: `Question ${write % 4} ?`, answer };
  });
}

async function writeFromPage(page: Tab, writes: Write[]): Promise<Write[]> {
  const messages = writes.map(({ account, question, answer }) => ({
    to: 'owner',
    name: 'save',
    request: { id: null, account, question, answers: [answer] },
  }));
  const replies = await page.evaluate(
    (all) => Promise.all(all.map((message) => chrome.runtime.sendMessage(message).catch(() => null))),
    messages,
  );
  return writes.filter((_, place) => (replies[place] as { ok?: boolean } | null)?.ok); // null where nobody answered
}

async function writeFromContent(content: ContentScript, writes: Write[]): Promise<Write[]> {
  const messages = writes.flatMap(({ account, question, answer }): PageMessage[] => [
    { to: 'page', name: 'advice', request: { source: 'probe', account, question, propositions: [answer] } },
    {
      to: 'page',
      name: 'outcome',
      request: { kind: 'accepted', question, proposition: answer, code: 200, byHand: true },
    },
  ]);
  const replies = await content.ask(...messages);
  return writes.filter((_, place) => {
    const reply = replies[2 * place + 1] as { value?: { remembered?: boolean } } | null; // null where nobody answered
    return reply?.value?.remembered;
  });
}
