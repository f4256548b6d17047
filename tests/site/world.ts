import { Random } from '../simulate/random.ts';
import { makeAccounts, type SiteAccount, type SiteQuestion } from './households.ts';

/**
 * `early` asks in the head of a page that begins anew, before any other script; `apip` calls the teachers' host, and
 * `version` another version. `unseen` and `worker` ask in ways that nobody who knows the API would recognise.
 */
export const TRANSPORTS = [
  'xhr-text',
  'xhr-json',
  'fetch',
  'fetch-clone',
  'fetch-request',
  'apip',
  'version',
  'early',
  'unseen',
  'worker',
] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Each is a function of the same name in `page/markups.js`. */
export const MARKUPS = [
  'beside',
  'around',
  'hidden',
  'split',
  'buttons',
  'select',
  'ariaRadio',
  'ariaOption',
  'ariaKeys',
  'ariaClick',
  'shadow',
  'frame',
  'late',
  'inPage',
  'anew',
  'decoys',
] as const;
export type Markup = (typeof MARKUPS)[number];

/** How the stand-in behaves; a test sets what it needs before it opens the page. */
export interface Behaviour {
  /** The page calls by fetch, or by XMLHttpRequest with this response type. */
  transport: Transport;
  /** How it shows the propositions. */
  markup: Markup;
  /** The version that the page sends along. */
  version: string;
  /** The code of a refusal. */
  refusalCode: 500 | 505 | 550;
  /** After a refusal the same question is drawn anew, or another one is asked. */
  afterRefusal: 'same' | 'other';
  /** How many questions a login takes. */
  questionsPerLogin: number;
  /** Wrong answers in a row that block an account. */
  blockAfter: number;
  /** Proofs of device given out before count no more: every login is asked. */
  forgetDevices: boolean;
  /** The code of every login from now on, instead of the right one. */
  loginCode: number | null;
  /** What `doubleauth.awp` does wrong. */
  fault: 'none' | 'not-json' | 'dropped';
  /** The same for the reply to an answer alone, or the code that it has whatever the answer. */
  answerFault: 'none' | 'not-json' | 'dropped' | 'silent' | number;
  /** The code of the login that follows an accepted answer, instead of the right one. */
  loginCodeAfter: number | null;
}

export const HONEST: Readonly<Behaviour> = {
  transport: 'xhr-text',
  markup: 'beside',
  version: '4.75.0',
  refusalCode: 550,
  afterRefusal: 'same',
  questionsPerLogin: 1,
  blockAfter: 3,
  forgetDevices: false,
  loginCode: null,
  fault: 'none',
  answerFault: 'none',
  loginCodeAfter: null,
};

/** A session that began with a login. */
export interface Session {
  account: SiteAccount;
  asked: SiteQuestion | null;
}

/** One call, as the tests look back on it. */
export interface LoggedCall {
  host: string;
  path: string;
  verb: string | null;
  account: string | null;
  code: number;
  /** The proposition that was sent, decoded. */
  choice: string | null;
}

/** Everything that the stand-in knows and remembers. */
export class World {
  behaviour: Behaviour = { ...HONEST };
  accounts = makeAccounts();
  log: LoggedCall[] = [];
  readonly sessions = new Map<string, Session>();
  readonly devices = new Map<string, string>();
  /** Questions answered rightly so far in an account's login. */
  readonly answered = new Map<string, number>();
  readonly wrongAnswers = new Map<string, number>();
  readonly #next = new Map<string, string[]>();
  readonly #turn = new Map<string, number>();
  readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  account(identifier: string): SiteAccount | undefined {
    return this.accounts.find((account) => account.identifier === identifier);
  }

  /** Fixes what an account is asked next, in this order; after that its questions come in turn. */
  askNext(identifier: string, ...texts: string[]): void {
    this.#next.set(identifier, texts);
  }

  /** The question that comes now; `not` is one that it must not be. */
  nextQuestion({ identifier, questions }: SiteAccount, not: SiteQuestion | null = null): SiteQuestion {
    const fixed = this.#next.get(identifier)?.shift();
    const chosen = questions.find(({ text }) => text === fixed);
    if (chosen) return chosen;
    const others = questions.filter((question) => question !== not);
    const turn = this.#turn.get(identifier) ?? 0;
    this.#turn.set(identifier, turn + 1);
    const next = (others.length > 0 ? others : questions)[turn % Math.max(1, others.length)];
    if (!next) throw new Error(`${identifier} has no question`);
    return next;
  }

  /** 5 to 12 propositions, drawn anew at each request, the right one among them. */
  draw({ answer, others }: SiteQuestion): string[] {
    return this.random.shuffled([answer, ...this.random.shuffled(others).slice(0, this.random.whole(4, 11))]);
  }

  /** The account's proofs of device count no more. */
  forgetDevices({ identifier }: SiteAccount): void {
    for (const proof of this.devices.keys())
      if (proof.startsWith(`${identifier} `)) this.devices.delete(proof);
  }

  isBlocked({ identifier }: SiteAccount): boolean {
    return (this.wrongAnswers.get(identifier) ?? 0) >= this.behaviour.blockAfter;
  }
}
