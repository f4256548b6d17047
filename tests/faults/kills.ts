import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../lib/challenge/answer.ts';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import { type ContentScript, openContentScript, type PageMessage } from './content-script.ts';
import type { Figure } from './figure.ts';
import { drawMoments, timeUntil } from './moments.ts';
import { holdImport, listAll, send, tell, wasDone } from './owner.ts';
import { readStored } from './stored-values.ts';

/** Questions of one import or deletion: all of them are written, or none. */
const GROUP = 20;
/** So many kinds of changes are made in turn. */
const KINDS = 4;

/** What is remembered, by account and question, without its times: each answer as `text: standing`. */
type Plain = Map<string, string[]>;

/** One change under way, and what it makes of the state before it. */
interface Attempt {
  start(): Promise<void>;
  wasDone(): Promise<boolean>;
  apply(state: Plain): void;
}

/**
 * Proves that a change is there whole or not at all, whenever the worker dies: an import, a saved question, a deletion and
 * an accepted answer in turn, the worker killed at a random time after each was asked for, within a little more than such a
 * change takes: one of each kind is timed first, in a worker as new as those after a kill. What is then listed and
 * revealed has to be exactly what was there before, or what the change makes of it, with its entry in the journal or
 * without, all of it readable and under the same header. `interrupted` counts the kills that left the asker without an
 * answer, `lost` those after an answer that promised more than was there.
 */
export async function killInMidWrite(
  browser: Browser,
  page: Tab,
  random: Random,
  kills: number,
): Promise<Figure> {
  const counts = { kills: 0, interrupted: 0, before: 0, after: 0, torn: 0, lost: 0, damaged: 0, headers: 0 };
  const content = await openContentScript(browser);
  const headers = new Set<string | undefined>();
  await tell(page, 'delete', { ids: null });
  const taken: number[] = [];
  for (let kind = 0; kind < KINDS; kind += 1) {
    await browser.stopBackground();
    const attempt = await prepare(kind, page, content, (await observe(page)).plain);
    await observe(page);
    await attempt.start();
    taken.push(await timeUntil(attempt.wasDone));
  }
  let current = await observe(page);
  for (const [place, moment] of drawMoments(random, kills).entries()) {
    const kill = KINDS + place;
    const attempt = await prepare(kill, page, content, current.plain);
    // Asking for advice is noted in the journal too.
    current = await observe(page);
    const expected: Plain = new Map(current.plain);
    attempt.apply(expected);
    await attempt.start();
    await new Promise((resolve) => setTimeout(resolve, moment * (taken[kill % KINDS] ?? 0)));
    if (await browser.stopBackground()) counts.kills += 1;
    const now = await observe(page);
    const isDone = await attempt.wasDone();
    const isBefore = isDeepStrictEqual(now, current);
    const isAfter =
      isDeepStrictEqual(now.plain, expected) &&
      now.entries === current.entries + 1 &&
      isUntouched(current, now, expected);
    if (!isDone) counts.interrupted += 1;
    if (isBefore) counts.before += 1;
    else if (isAfter) counts.after += 1;
    else counts.torn += 1;
    if (isDone && !isAfter) counts.lost += 1;
    counts.damaged += now.damaged;
    headers.add((await readStored(page)).get('header'));
    current = now;
  }
  counts.headers = headers.size;
  await content.close();
  return {
    check: 'kills in mid-write',
    where: 'chromium',
    counts,
    // Kills that all come before the change, or all after it, would prove nothing.
    asPromised:
      counts.kills === kills &&
      counts.torn + counts.lost + counts.damaged === 0 &&
      counts.headers === 1 &&
      counts.before > 0 &&
      counts.after > 0 &&
      counts.interrupted > 0,
  };
}

async function prepare(kill: number, page: Tab, content: ContentScript, there: Plain): Promise<Attempt> {
  const byOwner = { wasDone: () => wasDone(page) };
  switch (kill % KINDS) {
    case 0: {
      const questions = Array.from({ length: GROUP }, (_, index) => `Lot ${kill}, question ${index} ?`);
      const entries = questions.map((question) => ({ question, answers: ['A'], whole: true }));
      const request = await holdImport(page, entries);
      return {
        ...byOwner,
        start: () => send(page, 'import', request),
        apply: (state) => {
          for (const question of questions) state.set(keyOf(null, question), ['A: declared']);
        },
      };
    }
    case 1: {
      const question = 'Question enregistrée ?';
      const answers = [`réponse ${kill}`];
      return {
        ...byOwner,
        start: () => send(page, 'save', { id: null, account: null, question, answers }),
        apply: (state) => {
          const before = state.get(keyOf(null, question)) ?? [];
          state.set(keyOf(null, question), [...before, `réponse ${kill}: declared`]);
        },
      };
    }
    case 2: {
      const gone = [...there.keys()].filter((key) => key.includes('Lot ')).slice(0, GROUP);
      const ids = (await listAll(page)).questions
        .filter(({ account, question }) => gone.includes(keyOf(account, question)))
        .map(({ id }) => id);
      return {
        ...byOwner,
        start: () => send(page, 'delete', { ids }),
        apply: (state) => {
          for (const key of gone) state.delete(key);
        },
      };
    }
    default: {
      const [account, question, proposition] = ['compte.page', 'Question de la page ?', `réponse ${kill}`];
      const advice: PageMessage = {
        to: 'page',
        name: 'advice',
        request: { source: 'probe', account, question, propositions: [proposition] },
      };
      await content.ask(advice);
      // What was noted of the advice is noted once this is answered.
      await content.ask({ to: 'page', name: 'outcome', request: { kind: 'marked' } });
      return {
        wasDone: content.wasDone,
        start: () =>
          content.send({
            to: 'page',
            name: 'outcome',
            request: { kind: 'accepted', question, proposition, code: 200, byHand: true },
          }),
        apply: (state) => {
          const before = state.get(keyOf(account, question)) ?? [];
          state.set(keyOf(account, question), [...before, `${proposition}: confirmed`]);
        },
      };
    }
  }
}

interface State {
  plain: Plain;
  /** With its times. */
  whole: Map<string, Answer[]>;
  entries: number;
  damaged: number;
}

async function observe(page: Tab): Promise<State> {
  const { questions, damaged } = await listAll(page);
  const whole = new Map<string, Answer[]>();
  for (const { id, account, question } of questions)
    whole.set(keyOf(account, question), await tell(page, 'reveal', { id }));
  const plain = new Map(
    [...whole].map(([key, answers]) => [key, answers.map(({ text, standing }) => `${text}: ${standing}`)]),
  );
  return { plain, whole, damaged, entries: (await tell(page, 'journal', {})).length };
}

/** Whether what the change does not concern is as it was, its times too. */
function isUntouched(before: State, after: State, expected: Plain): boolean {
  return [...before.plain].every(
    ([key, answers]) =>
      !isDeepStrictEqual(expected.get(key), answers) ||
      isDeepStrictEqual(after.whole.get(key), before.whole.get(key)),
  );
}

const keyOf = (account: string | null, question: string) => JSON.stringify([account, question]);
