import { advise } from '../../lib/challenge/advise.ts';
import type { QuestionRecord } from '../../lib/challenge/answer.ts';
import type { Challenge } from '../../lib/challenge/challenge.ts';
import { fold } from '../../lib/challenge/fold.ts';
import { type LoginState, maySend, NEW_LOGIN } from '../../lib/challenge/login.ts';
import { confirm, refuse } from '../../lib/challenge/remember.ts';

/** What a family starts with: question, and the answers of its file. */
export type StartingFile = [question: string, answers: string[]][];

/** A way of answering. One object serves one family, and remembers for it. */
export interface Policy {
  /** A new login of an account begins. */
  begin(account: string): void;
  /** The proposition that is sent without the owner, or null to ask the owner. */
  send(challenge: Challenge, at: number): string | null;
  /** How EcoleDirecte took an answer. */
  learn(challenge: Challenge, answer: string, accepted: boolean, byHand: boolean, at: number): void;
  /** Whether `answer` was confirmed for this account and this very question before; only ours knows. */
  hasConfirmed(question: string, answer: string): boolean;
}

/** Ours in its automatic mode, by the very functions of the extension. */
export class Ours implements Policy {
  readonly #records = new Map<string, QuestionRecord>();
  #account = '';
  #login: LoginState = NEW_LOGIN;
  #suspended = false;

  constructor(file: StartingFile, at: number) {
    for (const [position, [question, texts]] of file.entries()) {
      const standing = texts.length === 1 ? 'declared' : 'unverified';
      const answers = texts.map((text) => ({ text, standing, addedAt: at }) as const);
      this.#put({ account: null, question, answers, addedAt: at, position });
    }
  }

  begin(account: string): void {
    this.#account = account;
    this.#login = NEW_LOGIN;
  }

  send(challenge: Challenge, at: number): string | null {
    const all = [...this.#records.values()].filter(
      ({ account }) => account === this.#account || account === null,
    );
    const exact = all.filter(({ question }) => question === challenge.question);
    const otherSpellings = all.filter(
      ({ question }) => question !== challenge.question && fold(question) === fold(challenge.question),
    );
    const advice = advise(challenge, this.#account, { exact, otherSpellings }, at);
    if (advice.kind !== 'answer' || !maySend(advice, this.#login, this.#suspended)) return null;
    this.#login = { sent: true };
    return advice.proposition;
  }

  learn(challenge: Challenge, answer: string, accepted: boolean, byHand: boolean, at: number): void {
    const subject = { account: this.#account, question: challenge.question };
    const before = this.#records.get(keyOf(subject)) ?? null;
    this.#put((accepted ? confirm : refuse)(before, subject, answer, at));
    if (!accepted) this.#suspended = true;
    else if (byHand) this.#suspended = false;
  }

  hasConfirmed(question: string, answer: string): boolean {
    const record = this.#records.get(keyOf({ account: this.#account, question }));
    return record?.answers.some(({ text, standing }) => text === answer && standing === 'confirmed') ?? false;
  }

  #put(record: QuestionRecord): void {
    this.#records.set(keyOf(record), record);
  }
}

const keyOf = ({ account, question }: Pick<QuestionRecord, 'account' | 'question'>) =>
  JSON.stringify([account, question]);

/** What both policies in the wild share: one file for the family, no account in it, no look at the propositions. */
abstract class OneFile implements Policy {
  protected readonly file: Map<string, string[]>;

  constructor(file: StartingFile) {
    this.file = new Map(file.map(([question, answers]) => [question, [...answers]]));
  }

  begin(): void {}
  abstract send(challenge: Challenge): string | null;
  abstract learn(challenge: Challenge, answer: string, accepted: boolean, byHand: boolean): void;

  hasConfirmed(): boolean {
    return false;
  }
}

/** The Python client: submits the last answer of the list; when that fails asks, and appends what was accepted. */
export class SubmitTheLast extends OneFile {
  #failed = false;

  override begin(): void {
    this.#failed = false;
  }

  send({ question }: Challenge): string | null {
    return this.#failed ? null : (this.file.get(question)?.at(-1) ?? null);
  }

  learn({ question }: Challenge, answer: string, accepted: boolean): void {
    if (!accepted) this.#failed = true;
    const answers = this.file.get(question) ?? [];
    if (accepted && !answers.includes(answer)) this.file.set(question, [...answers, answer]);
  }
}

/**
 * Home Assistant: submits an entry of exactly one answer, and the same again after a refusal; of a new question it
 * stores every proposition, for its owner to prune to the right one, which is done here at the next answer by hand.
 */
export class SubmitIfExactlyOne extends OneFile {
  send({ question, propositions }: Challenge): string | null {
    const answers = this.file.get(question);
    if (!answers) this.file.set(question, [...propositions]);
    return answers?.length === 1 ? (answers[0] ?? null) : null;
  }

  learn({ question }: Challenge, answer: string, accepted: boolean, byHand: boolean): void {
    if (accepted && byHand) this.file.set(question, [answer]);
  }
}
