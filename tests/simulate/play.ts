import {
  draw,
  type Fact,
  FROM,
  type Household,
  makeHousehold,
  type SimulatedAccount,
  truthAt,
  UNTIL,
} from './household.ts';
import { Ours, type Policy, type StartingFile, SubmitIfExactlyOne, SubmitTheLast } from './policies.ts';
import type { Random } from './random.ts';

/** This many wrong answers in a row block an account; the real number is not public, the stand-in takes the same. */
const BLOCKED_AFTER = 3;
/** An owner who is asked picks the wrong option this often. */
const SLIP = 0.01;
/** Logins of one family: a little over four school years of them. */
const LOGINS = 100;

/** What came of one policy's logins. */
export interface Figures {
  logins: number;
  /** Answers sent without the owner, and how many of them were wrong. */
  sent: number;
  wrong: number;
  /** Of those: the answer had been confirmed for this account, and has changed since. */
  wrongChanged: number;
  /** Of those: the answer had been confirmed for this account, and was still right. Impossible, unless a decision is at fault. */
  wrongConfirmed: number;
  /** Accounts blocked with at least one wrong answer sent without the owner among the causes. */
  blocked: number;
  /** Of those: no confirmed answer had changed. */
  blockedUnchanged: number;
  /** Questions that the owner had to answer. */
  byHand: number;
}

export const POLICIES = {
  'Mémo QCM, automatic': (file: StartingFile) => new Ours(file, FROM),
  'submit the last (Python client)': (file: StartingFile) => new SubmitTheLast(file),
  'submit if exactly one (Home Assistant)': (file: StartingFile) => new SubmitIfExactlyOne(file),
} as const satisfies Record<string, (file: StartingFile) => Policy>;

/** Plays one family's logins, the same ones under each policy, and adds what came of them to the figures. */
export function playHousehold(random: Random, figures: Record<keyof typeof POLICIES, Figures>): void {
  const household = makeHousehold(random);
  const file = startingFile(random, household);
  const times = Array.from({ length: LOGINS }, () => random.whole(FROM, UNTIL)).sort(
    (one, other) => one - other,
  );
  const logins = times.map((at) => makeLogin(random, household, at));
  for (const [name, make] of Object.entries(POLICIES)) {
    const policy = make(file);
    for (const login of logins) playLogin(policy, login, figures[name as keyof typeof POLICIES]); // the table's own names
  }
}

export function noFigures(): Figures {
  return {
    logins: 0,
    sent: 0,
    wrong: 0,
    wrongChanged: 0,
    wrongConfirmed: 0,
    blocked: 0,
    blockedUnchanged: 0,
    byHand: 0,
  };
}

/** One login, drawn once and played under every policy: who, what is asked at each attempt, whether the owner slips. */
interface Login {
  at: number;
  account: SimulatedAccount;
  attempts: { fact: Fact; challenge: ReturnType<typeof draw>; slip: string | null }[];
}

function makeLogin(random: Random, household: Household, at: number): Login {
  const account = random.pick(household.accounts);
  const first = random.pick(account.facts);
  const attempts = Array.from({ length: BLOCKED_AFTER }, (_, attempt) => {
    // After a refusal EcoleDirecte asks the same question anew, or another.
    const fact = attempt === 0 || random.chance(0.5) ? first : random.pick(account.facts);
    const challenge = draw(random, fact, at);
    const wrong = challenge.propositions.filter((text) => text !== truthAt(fact, at));
    return { fact, challenge, slip: random.chance(SLIP) ? random.pick(wrong) : null };
  });
  return { at, account, attempts };
}

function playLogin(policy: Policy, { at, account, attempts }: Login, figures: Figures): void {
  figures.logins += 1;
  policy.begin(account.identifier);
  let sentWrong = 0;
  let unchanged = true;
  for (const { fact, challenge, slip } of attempts) {
    const right = truthAt(fact, at);
    const sent = policy.send(challenge, at);
    const answer = sent ?? slip ?? right;
    if (sent === null) figures.byHand += 1;
    else figures.sent += 1;
    if (sent !== null && sent !== right) {
      const confirmed = policy.hasConfirmed(challenge.question, sent);
      const wasRight = fact.truth.some((truth) => truth.answer === sent && truth.since <= at);
      figures.wrong += 1;
      figures.wrongChanged += confirmed && wasRight ? 1 : 0;
      figures.wrongConfirmed += confirmed && !wasRight ? 1 : 0;
      sentWrong += 1;
      if (confirmed && wasRight) unchanged = false;
    }
    policy.learn(challenge, answer, answer === right, sent === null, at);
    if (answer === right) return;
  }
  if (sentWrong > 0) figures.blocked += 1;
  if (sentWrong > 0 && unchanged) figures.blockedUnchanged += 1;
}

/** What a family begins with: nothing, a client's file of some years ago, or an unpruned list of propositions. */
function startingFile(random: Random, { accounts }: Household): StartingFile {
  const kind = random.pick(['none', 'client', 'unpruned'] as const);
  if (kind === 'none') return [];
  const file = new Map<string, string[]>();
  for (const { facts } of accounts) {
    for (const fact of facts.filter(() => random.chance(0.6))) {
      const known = file.get(fact.question) ?? [];
      const more = kind === 'client' ? [truthAt(fact, FROM - 1)] : draw(random, fact, FROM).propositions;
      file.set(fact.question, [...new Set([...known, ...more])]);
    }
  }
  return [...file];
}
