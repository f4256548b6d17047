import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import { LOGIN, lastSent, logIn, sentAnswers } from '../e2e/extension.ts';
import type { Site } from '../site/server.ts';
import { type Cell, CODES, isUnseen, isWithoutQuestion } from './cell.ts';
import type { Memory } from './memory.ts';
import { chooseByHand, chosenOn, markedOn, press, straysOn } from './page-hand.ts';
import {
  isAnotherAsked,
  type Promised,
  promisedFor,
  rememberedBefore,
  sentIn,
  standingOf,
} from './promised.ts';
import { soon } from './soon.ts';
import { spokenOn } from './spoken.ts';
import { ACCOUNT, FIRST, OTHER_ACCOUNT, SECOND } from './subject.ts';

/** Longer than the countdown, in milliseconds: what has not been sent by then is not sent. */
const COUNTED_DOWN = 2_400;
/** No shorter than this is the countdown, in milliseconds. */
const LEAST_COUNTED = 1_900;
/** Several times what the extension takes to choose, in milliseconds. */
const A_WHILE = 250;
/** What a page says by itself where a call came to nothing is no fault of ours. */
const PAGE_NOISE = /Failed to load resource|net::ERR|NetworkError|Cross-Origin|blocked by CORS/;

/** Where a cell is played. */
export interface Stage {
  browser: Browser;
  site: Site;
  memory: Memory;
}

/** Plays a cell from the login to the end, and returns what was not as promised; nothing where all was. */
export async function playCell(cell: Cell, stage: Stage): Promise<string[]> {
  const promised = promisedFor(cell);
  const problems: string[] = [];
  const check = (what: string, found: unknown, ...wanted: unknown[]) => {
    const texts = wanted.map((one) => JSON.stringify(one));
    if (!texts.includes(JSON.stringify(found)))
      problems.push(`${what}: ${JSON.stringify(found)}, not ${texts.join(' or ')}`);
  };
  await prepare(cell, stage);
  const { browser, site, memory } = stage;
  const tab = await browser.open(LOGIN);
  try {
    await logIn(tab, site, ACCOUNT);
    if (isWithoutQuestion(cell)) await tab.see(/./, 'main [role="alert"]');
    else await answer(cell, promised, tab, stage, check);
    await settle(cell, promised, tab, stage, check);
    check('sent', sentAnswers(site), promised.posts);
    check('other parts of the page touched', await straysOn(tab), 0);
    const remembered = await soon(
      () => memory.read(),
      (lines) => promised.remembered.some((one) => String(one) === String(lines)),
    );
    check('remembered', remembered, ...promised.remembered);
    check(
      'errors',
      tab.errors.filter((error) => !PAGE_NOISE.test(error)),
      [],
    );
  } catch (error) {
    problems.push(String(error).split('\n')[0] ?? '');
  } finally {
    await tab.close();
  }
  return problems;
}

type Check = (what: string, found: unknown, ...wanted: unknown[]) => void;

/** What is remembered and how the site behaves. */
async function prepare(cell: Cell, { site, memory }: Stage): Promise<void> {
  const { mode, markup, transport, outcome } = cell;
  await memory.reset(mode);
  for (const { account, question, answer } of rememberedBefore(cell)) {
    if (account === null || standingOf(cell) === 'declared') await memory.declare(account, question, answer);
    else await memory.confirm(account, question, answer);
  }
  site.reset();
  const { world } = site;
  for (const account of [world.account(ACCOUNT), world.account(OTHER_ACCOUNT)]) {
    if (account) account.questions = [FIRST, SECOND];
  }
  world.askNext(ACCOUNT, FIRST.text, SECOND.text);
  const codeOf = (kind: RegExp) => CODES.find((code) => kind.exec(outcome)?.[1] === String(code)) ?? null;
  Object.assign(world.behaviour, {
    markup,
    transport,
    forgetDevices: true,
    refusalCode: 500,
    blockAfter: 10,
    afterRefusal: outcome === 'refused, another question' ? 'other' : 'same',
    questionsPerLogin: outcome === 'a second question' ? 2 : 1,
    loginCode: codeOf(/^login (\d+)$/),
    loginCodeAfter: codeOf(/^login (\d+) afterwards$/),
    answerFault: FAULTS[outcome as keyof typeof FAULTS] ?? codeOf(/^answer (\d+)$/) ?? 'none', // undefined for others
  } satisfies Partial<typeof world.behaviour>);
}

const FAULTS = {
  'answer not JSON': 'not-json',
  'answer dropped': 'dropped',
  'answer never comes': 'silent',
} as const;

/** From the question to the answer, which is sent by its owner where it is not to be sent without. */
async function answer(
  cell: Cell,
  { chosen, marked, isSentAlone }: Promised,
  tab: Tab,
  { site }: Stage,
  check: Check,
): Promise<void> {
  if (isSentAlone) {
    // What there was before is told by the page itself, since a busy machine may have missed it.
    const sent = await lastSent(tab);
    check('note when it was sent', sent.isNoted, true);
    check('chosen when it was sent', sent.chosen, sentIn(cell));
    check('marked when it was sent', sent.marked, marked);
    if (sent.after < LEAST_COUNTED) check('sent after ms', sent.after, LEAST_COUNTED);
    await soon(
      async () => sentAnswers(site).length,
      (count) => count > 0,
    );
    return;
  }
  await noted(tab, cell, FIRST.text);
  check('chosen', await chosenInTheEnd(tab, chosen), chosen);
  if (marked) check('marked', await markedInTheEnd(tab, marked), marked);
  if (cell.mode === 'automatic') await pause(COUNTED_DOWN);
  check('sent without its owner', sentAnswers(site), []);
  if (cell.outcome === 'closed') return press(tab, 'Annuler');
  if (cell.outcome === 'back') return tab.evaluate(goBack, null);
  await answerByHand(tab, cell, sentIn(cell), check);
}

/** What follows the answer, up to the last word. */
async function settle(
  cell: Cell,
  { chosenNext, sentence }: Promised,
  tab: Tab,
  { browser, site }: Stage,
  check: Check,
): Promise<void> {
  const { outcome, mode } = cell;
  if (outcome === 'refused, asked again' || /^answer (505|550)$/.test(outcome)) {
    await tab.see('Ce n’est pas la bonne réponse.');
    await noted(tab, cell, FIRST.text);
    if (mode === 'automatic') await pause(COUNTED_DOWN);
    check('chosen after the refusal', await chosenInTheEnd(tab, null), null);
  }
  if (isAnotherAsked(cell)) {
    await noted(tab, cell, SECOND.text);
    if (mode === 'automatic') await pause(COUNTED_DOWN);
    check('chosen next', await chosenInTheEnd(tab, chosenNext), chosenNext);
    check('sent meanwhile', sentAnswers(site).length, 1);
    if (outcome === 'a second question') await answerByHand(tab, cell, SECOND.answer, check);
  }
  if (outcome === 'accepted' || outcome === 'a second question') await tab.see('Bienvenue Marie');
  if (sentence === null) return;
  const said = await soon(
    () => spokenOn(tab, browser.name),
    (notes) => notes.some((note) => note.includes(sentence)),
  );
  if (!said.some((note) => note.includes(sentence))) check('said', said, sentence);
}

/** What the page has as chosen once it is as wanted; where nothing should be, a while later. */
async function chosenInTheEnd(tab: Tab, wanted: string | null): Promise<string | null> {
  if (wanted === null) return pause(A_WHILE).then(() => chosenOn(tab));
  return soon(
    () => chosenOn(tab),
    (chosen) => chosen === wanted,
  );
}

/** What the page has marked once it is as wanted; where nothing should be chosen either, that was a while later. */
function markedInTheEnd(tab: Tab, wanted: string[]): Promise<string[]> {
  return soon(
    () => markedOn(tab),
    (marked) => String(marked) === String(wanted),
  );
}

async function answerByHand(tab: Tab, cell: Cell, text: string, check: Check): Promise<void> {
  if (cell.markup === 'buttons') return press(tab, text);
  if ((await chosenOn(tab)) !== text) await chooseByHand(tab, cell.markup, text);
  check('chosen by hand', await chosenInTheEnd(tab, text), text);
  await press(tab, 'Envoyer');
}

/** Waits for the question, and for the extension's note on it, if it has any to say. */
async function noted(tab: Tab, cell: Cell, question: string): Promise<void> {
  await tab.see(question, 'h3');
  const isQuiet = isUnseen(cell) && (cell.memory === 'nothing' || cell.memory === 'other account');
  if (isQuiet) return pause(2_000);
  const note = () => tab.evaluate(hasNote, 'flow');
  if (!(await soon(note, (has) => has))) throw new Error('no note on the question');
}

/** In the page, so it stands alone: whether there is a note, in this place or in any, also in a shadow root or a frame. */
function hasNote(place: string | null): boolean {
  const search = (root: Document | ShadowRoot): boolean =>
    root.querySelector(place ? `memo-qcm-note[data-place="${place}"]` : 'memo-qcm-note') !== null ||
    [...root.querySelectorAll('*')].some((element) => {
      const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument; // undefined elsewhere
      return inner ? search(inner) : false;
    });
  return search(document);
}

/** In the page: back from the question, as if it had an address of its own. */
function goBack(): void {
  history.pushState({}, '', '/login?question');
  history.back();
}

const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));
