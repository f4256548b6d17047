import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import { LOGIN } from '../e2e/extension.ts';
import { tell } from '../faults/owner.ts';
import { announce, buildQuestion, readSeen, type Seen } from './hostile-page.ts';
import type { Memory } from './memory.ts';
import { soon } from './soon.ts';
import { ACCOUNT, FIRST, OTHER_ACCOUNT, SECOND } from './subject.ts';

/** Played against each browser; nothing may be chosen on a hostile page, and only what is right on the others. */
const HOSTILE = [
  'transparent around it',
  'transparent by a filter',
  'something over it',
  'a clear pane over it',
  'off the screen',
  'cut away',
  'in a frame of one pixel',
  'texts swapped as it is marked',
  'question swapped in flight',
  'taken off the page in flight',
  'two of the same',
  'two labels at each option',
];
const HONEST = ['', 'below the fold', 'fading in'];
const CLOBBERED = [
  'a form called querySelector',
  'fields called children and the like',
  'fields called as methods',
  'fields called as places',
  'a picture called body',
  'pictures called as the document',
];
/** What may yet come is waited for so long, in milliseconds: much longer than an honest page takes. */
const LONG_ENOUGH = 1_500;

/** One thing that was tried, and what was not as promised. */
export interface Trial {
  name: string;
  problems: string[];
}

const question = FIRST.text;
const propositions = [FIRST.answer, ...FIRST.others];

/** Tries hostile, honest and clobbered pages, forged and swapped questions on a browser. */
export async function tryHostile(browser: Browser, memory: Memory): Promise<Trial[]> {
  await memory.reset('automatic');
  await memory.confirm(ACCOUNT, question, FIRST.answer);
  await memory.confirm(OTHER_ACCOUNT, SECOND.text, SECOND.answer);
  const trials: Trial[] = [];
  const attempt = async (name: string, work: (tab: Tab) => Promise<string[]>) => {
    const tab = await browser.open(LOGIN);
    const problems = await work(tab).catch((error: unknown) => [String(error).split('\n')[0] ?? '']);
    const { submissions } = await tab.evaluate(readSeen, null);
    if (submissions > 0) problems.push(`${submissions} submissions`);
    if (tab.errors.length > 0) problems.push(...tab.errors);
    trials.push({ name, problems });
    await tab.close();
  };
  for (const twist of HONEST)
    await attempt(`honest: ${twist || 'plain'}`, (tab) => choicesOn(tab, twist, true));
  for (const twist of HOSTILE) await attempt(`hostile: ${twist}`, (tab) => choicesOn(tab, twist, false));
  for (const twist of CLOBBERED) await attempt(`clobbered: ${twist}`, (tab) => choicesOn(tab, twist, null));
  await attempt('hostile: asks for what is another account’s', fishing);
  await attempt('1,000 forged questions', (tab) => forged(tab, memory));
  await attempt('200 questions swapped in flight', swapped);
  return trials;
}

/** Shows a page and looks what was chosen: the right answer, nothing, or either where `wanted` is null. */
async function choicesOn(tab: Tab, twist: string, wanted: boolean | null): Promise<string[]> {
  await tab.page.bringToFront();
  await tab.evaluate(buildQuestion, { question, propositions, account: ACCOUNT, twist });
  await tab.evaluate(announce, { question, propositions });
  const read = async () => (await tab.evaluate(readSeen, null)).choices;
  if (wanted) await soon(read, ({ length }) => length > 0);
  else await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
  const choices = await read();
  const wrong = choices.filter((one) => one.text !== FIRST.answer || one.question !== question);
  const problems = wrong.map(({ text }) => `chose ${text}`);
  if (wanted === false && choices.length > 0) problems.push(`${choices.length} choices`);
  if (wanted && choices.length === 0) problems.push('no choice');
  return problems;
}

async function fishing(tab: Tab): Promise<string[]> {
  const asked = { question: SECOND.text, propositions: [SECOND.answer, ...SECOND.others] };
  await tab.evaluate(buildQuestion, { ...asked, account: ACCOUNT, twist: '' });
  await tab.evaluate(announce, asked);
  await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
  const { choices } = await tab.evaluate(readSeen, null);
  const marked = await tab.evaluate(() => document.querySelectorAll('[data-memo-qcm]').length, null);
  return choices.length + marked > 0 ? [`${choices.length} choices, ${marked} marks`] : [];
}

/** Five are answered, and then none until the owner lets the tab ask again: then the next is. */
async function forged(tab: Tab, memory: Memory): Promise<string[]> {
  const id = Math.max(...(await memory.tabs()));
  const lookUps = async () =>
    (await tell(memory.page, 'journal', {})).filter(({ question: asked }) => asked?.startsWith('Question '))
      .length;
  await tab.evaluate(async (count) => {
    for (let number = 0; number < count; number += 1) {
      const detail = { kind: 'challenge', question: `Question ${number} ?`, propositions: ['oui', 'non'] };
      window.dispatchEvent(new CustomEvent('memo-qcm:report', { detail: JSON.stringify(detail) }));
      if (number % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  }, 1_000);
  const last = await soon(
    async () => (await tell(memory.page, 'status', { tabId: id })).tab,
    (report) => report?.question === 'Question 999 ?',
  );
  const problems: string[] = [];
  if (last?.advice.kind !== 'silent') problems.push(`the last was answered: ${last?.advice.kind}`);
  const before = await lookUps();
  if (before !== 5) problems.push(`${before} look-ups, not 5`);
  await tell(memory.page, 'allowAdvice', { tabId: id });
  await tab.evaluate(announce, { question: 'Question 1000 ?', propositions: ['oui', 'non'] });
  const after = await soon(lookUps, (count) => count > before);
  // Allowed, the page's last question is asked again too, and what was on its way; the limit begins anew.
  if (after <= before || after > before + 5)
    problems.push(`${after - before} look-ups after the owner allowed it`);
  return problems;
}

/** The question, or the texts of its options, are another's at any moment after the reply: 0 wrong choices, and some right. */
async function swapped(tab: Tab): Promise<string[]> {
  await tab.page.bringToFront();
  const counts = { right: 0, wrong: 0 };
  for (let round = 0; round < 200; round += 1) {
    await tab.evaluate(buildQuestion, { question, propositions, account: ACCOUNT, twist: '' });
    const choices = await tab.evaluate(
      async ({ asked, offered, delay, other }) => {
        const detail = JSON.stringify({ kind: 'challenge', question: asked, propositions: offered });
        window.dispatchEvent(new CustomEvent('memo-qcm:report', { detail }));
        await new Promise((resolve) => setTimeout(resolve, delay));
        const heading = document.querySelector('h3');
        const labels = [...document.querySelectorAll('label')];
        if (other !== null && heading) heading.textContent = other;
        else {
          const [first = '', ...rest] = labels.map(({ firstChild }) => firstChild?.nodeValue ?? '');
          [...rest, first].forEach((text, index) => {
            const node = labels[index]?.firstChild;
            if (node) node.nodeValue = text;
          });
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
        return (Reflect.get(window, 'hostile') as Seen).choices;
      },
      {
        asked: question,
        offered: propositions,
        delay: round % 40,
        other: round % 2 === 0 ? SECOND.text : null,
      },
    );
    for (const choice of choices) {
      const isRight = choice.text === FIRST.answer && choice.question === question;
      counts[isRight ? 'right' : 'wrong'] += 1;
    }
  }
  const problems = counts.wrong > 0 ? [`${counts.wrong} wrong choices`] : [];
  if (counts.right === 0) problems.push('not one right choice: nothing was tried');
  return problems;
}
