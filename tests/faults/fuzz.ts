import fc from 'fast-check';
import { AskedQuestions } from '../../lib/background/asked-questions.ts';
import { dispatch, type OwnerDesk } from '../../lib/background/dispatch.ts';
import { OfferedAnswers } from '../../lib/background/offered-answers.ts';
import { makePageDesk } from '../../lib/background/page-desk.ts';
import { Suspension } from '../../lib/background/suspension.ts';
import { type SessionArea, TabReports } from '../../lib/background/tab-reports.ts';
import { WaitingOutcomes } from '../../lib/background/waiting-outcomes.ts';
import { makeMachine, makeRecord } from '../unit/vault/platform.ts';
import type { Figure } from './figure.ts';
import { content, self } from './messages.ts';

const QUESTIONS = ['VILLE-SECRÈTE ?', 'ANIMAL-SECRET ?', 'ÉCOLE-SECRÈTE ?'];
const ANSWERS = ['RÉPONSE-UNE', 'RÉPONSE-DEUX', 'RÉPONSE-TROIS', 'RÉPONSE-QUATRE'];
const ACCOUNTS = ['COMPTE-UN', 'COMPTE-DEUX'];
/** A tab is asked no more than five different questions, so that it takes new ones to get further than silence. */
const MESSAGES_PER_TAB = 4;

/**
 * Proves that whatever the content script sends neither breaks the background nor gets a stored text out of it that the
 * message did not offer itself: random messages, most of the right shape, to the real desk over a full vault. `advised`
 * counts those that got as far as an answer or candidates, without which this would prove nothing.
 */
export async function fuzzMessages(messages: number, seed: number): Promise<Figure> {
  const counts = { messages: 0, advised: 0, remembered: 0, crashes: 0, leaks: 0 };
  const page = await makeDesk();
  const secrets = [...QUESTIONS, ...ANSWERS, ...ACCOUNTS];
  const owner = new Proxy({}, { get: () => async () => secrets }) as OwnerDesk; // what must never be reached tells all
  const sample = fc.sample(arbitrary, { numRuns: messages, seed }).flat().slice(0, messages);
  for (const [place, fuzzed] of sample.entries()) {
    const sender = { ...content, tab: { id: Math.floor(place / MESSAGES_PER_TAB) } };
    counts.messages += 1;
    try {
      const answer = await dispatch(fuzzed, sender, self, { page, owner });
      const reply = JSON.stringify(answer);
      if (!answer.ok && answer.error === 'internal') counts.crashes += 1;
      if (/"kind":"(answer|candidates)"/.test(reply)) counts.advised += 1;
      if (reply.includes('"remembered":true')) counts.remembered += 1;
      const offered = textsOf(fuzzed);
      const isLeaked = (secret: string) => reply.includes(secret) && !offered.has(secret);
      if (secrets.some(isLeaked)) counts.leaks += 1;
    } catch {
      counts.crashes += 1;
    }
  }
  const isWhole = counts.messages === messages && counts.advised > 0 && counts.remembered > 0;
  return {
    check: 'fuzzed messages',
    where: 'node',
    counts,
    asPromised: isWhole && counts.crashes + counts.leaks === 0,
  };
}

/** The desk of the content script over a vault in which every account knows every question. */
async function makeDesk() {
  const machine = makeMachine();
  const vault = machine.open();
  await vault.create();
  const put = [null, ...ACCOUNTS].flatMap((account, place) =>
    QUESTIONS.map((question) => makeRecord(question, ANSWERS.slice(place, place + 2), account, 'confirmed')),
  );
  await vault.change(async () => ({ put }));
  const session = makeSession();
  return makePageDesk({
    vault,
    reports: new TabReports(session),
    waiting: new WaitingOutcomes(session),
    asked: new AskedQuestions(session),
    offers: new OfferedAnswers(session),
    suspension: new Suspension(makeSession()),
    readSettings: async () => ({
      mode: 'select',
      remember: 'always',
      theme: 'auto',
      language: 'browser',
      lockAfter: 15,
    }),
    tellTab: async () => {},
    showBadge: async () => {},
    pause: async () => {},
    now: () => machine.time,
  });
}

function makeSession(): SessionArea {
  const items = new Map<string, unknown>();
  return {
    get: async (key) =>
      structuredClone(Object.fromEntries([...items].filter(([name]) => key === null || name === key))),
    set: async (added) => {
      for (const [key, value] of Object.entries(added)) items.set(key, structuredClone(value));
    },
    remove: async (key) => void items.delete(key),
  };
}

const source = fc.constantFrom('probe', 'page');
const question = fc.oneof(fc.constantFrom(...QUESTIONS), fc.string());
const answer = fc.oneof(fc.constantFrom(...ANSWERS), fc.string());
const account = fc.oneof(fc.constantFrom(...ACCOUNTS, null), fc.string());
/** Of the right shape, or nearly. */
const asking = fc.record({
  to: fc.constant('page'),
  name: fc.constant('advice'),
  request: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ question, propositions: fc.array(answer, { maxLength: 6 }), account, source }),
    },
    { weight: 1, arbitrary: fc.record({ question, propositions: fc.array(fc.anything()), account, source }) },
  ),
});
const telling = fc.record({
  to: fc.constant('page'),
  name: fc.constant('outcome'),
  request: fc.oneof(
    fc.record({
      kind: fc.constantFrom('accepted', 'refused', 'blocked', 'expired', 'outdated', 'unclear'),
      question,
      proposition: answer,
      code: fc.integer(),
      byHand: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('decided'), decision: fc.constantFrom('save', 'later', 'never') }),
    fc.record({ kind: fc.constantFrom('marked', 'selected', 'not-found', 'ended', 'constructor') }),
  ),
});
const wild = fc.record({
  to: fc.constantFrom('page', 'owner', 'constructor'),
  name: fc.constantFrom('advice', 'outcome', 'list', 'export', 'reveal', 'status', 'journal', '__proto__'),
  request: fc.oneof(
    fc.anything(),
    asking.map(({ request }) => request),
  ),
});
/** A question, and what came of the answer to it. */
const exchange = fc
  .record({ question, propositions: fc.array(answer, { minLength: 1, maxLength: 6 }), account, source })
  .chain((asked) =>
    fc
      .record({
        kind: fc.constantFrom('accepted', 'refused'),
        proposition: fc.constantFrom(...asked.propositions),
      })
      .map((told) => [
        { to: 'page', name: 'advice', request: asked },
        {
          to: 'page',
          name: 'outcome',
          request: { ...told, question: asked.question, code: 200, byHand: true },
        },
      ]),
  );
/** One message or two. */
const arbitrary = fc.oneof<fc.Arbitrary<unknown[]>[]>(
  exchange,
  ...[asking, asking, asking, telling, telling, wild, wild, fc.anything()].map((one) =>
    one.map((message: unknown) => [message]),
  ),
);

/** Every text within a value, names too. */
function textsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      found.add(key);
      textsOf(part, found);
    }
  }
  return found;
}
