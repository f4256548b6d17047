import { isBlank } from '../health/is-blank.ts';
import { type Place, placesOf } from './places.ts';
import { finish, type Steps } from './steps.ts';
import type { QcmEntry } from './types.ts';
import { type JsonErrorCode, walkJsonInSteps } from './walk-json.ts';

/** Far more than any family has; beyond it a file is hostile, or not one of these. */
export const MAX_QUESTIONS = 200_000;
/** EcoleDirecte offers 5 to 12 propositions at a time; years of them under one question stay far below this. */
export const MAX_ANSWERS = 1_000;
/** The longest text, in UTF-16 code units; EcoleDirecte's own fit on one line. */
export const MAX_TEXT = 10_000;
/** More than anyone reads; the rest is only counted, so that a hostile file cannot fill the memory with them. */
export const MAX_PROBLEMS = 1_000;

/** Takes about a millisecond. */
const QUESTIONS_AT_ONCE = 1_000;

/** What ends the reading of a file: nothing of it is taken. */
type RefusalCode = JsonErrorCode | 'not-an-object' | 'too-many-questions' | 'too-large';
/** What is told of a file that is read all the same. */
type WarningCode =
  | 'number-as-text'
  | 'string-as-list'
  | 'value-skipped'
  | 'value-not-a-list'
  | 'empty-answer'
  | 'empty-answers'
  | 'empty-question'
  | 'duplicate-answer'
  | 'repeated-question'
  | 'too-many-answers'
  | 'text-too-long';

export type ProblemCode = RefusalCode | WarningCode;

/** Something that the owner should know of a file, and where it stands; `question` is the one that it belongs to. */
export type Problem = Place & { code: ProblemCode; question?: string };

export type ParsedQcm =
  | { ok: true; entries: QcmEntry[]; problems: Problem[]; unlisted: number }
  | { ok: false; problem: Problem };

/**
 * Reads the text of a `qcm.json`: one JSON object, question → array of answers, in the file's own order. Where a value
 * can only mean one thing (a single text or number in place of a list) it is taken as that; what cannot be read is left
 * out, and each such case is among the problems (`unlisted` counts those beyond the first thousand). A file that is not
 * JSON, or ends too early, is refused whole: half a list could make an answer look like the only one.
 */
export function parseQcm(text: string): ParsedQcm {
  return finish(parseQcmInSteps(text));
}

/** The same in steps of about a millisecond. */
export function* parseQcmInSteps(text: string): Steps<ParsedQcm> {
  const reader = new QcmReader();
  const error = (yield* walkJsonInSteps(text, reader)) ?? reader.refusal;
  const located = placesOf(text, error ? [error] : reader.problems);
  const [problem] = located;
  if (error && problem) return { ok: false, problem };
  return { ok: true, entries: yield* reader.entries(), problems: located, unlisted: reader.unlisted };
}

/** A problem before its line is counted. */
interface Found {
  code: ProblemCode;
  offset: number;
  question?: string;
}

/** The answers of one question, gathered from wherever it stands in the file; one that comes again has its last place. */
interface List {
  answers: Set<string>;
  whole: boolean;
}

class QcmReader {
  readonly problems: Found[] = [];
  unlisted = 0;
  refusal: Found | null = null;
  /** A Map, for the order of the file and for questions like `1970` or `__proto__`. */
  readonly #lists = new Map<string, List>();
  #depth = 0;
  #question = '';
  #questionOffset = 0;
  /** Where the values that are met now belong; null: nowhere. */
  #list: List | null = null;

  onKey(text: string, offset: number): void {
    if (this.#depth !== 1) return;
    this.#question = text;
    this.#questionOffset = offset;
    const before = this.#lists.get(text);
    this.#list = before ?? { answers: new Set(), whole: true };
    if (before) this.#tell('repeated-question', offset);
    else if (isEmpty(text)) this.#tell('empty-question', offset);
    else if (text.length > MAX_TEXT) this.#tell('text-too-long', offset);
    else if (this.#lists.size === MAX_QUESTIONS) this.refusal ??= { code: 'too-many-questions', offset };
    else this.#lists.set(text, this.#list);
    if (!this.#lists.has(text)) this.#list = null;
  }

  onOpen(kind: 'object' | 'array', offset: number): void {
    if (this.#depth === 0 && kind === 'array') this.refusal ??= { code: 'not-an-object', offset };
    if (this.#depth === 1 && kind === 'object') {
      this.#leaveOut('value-not-a-list', offset);
      this.#list = null;
    }
    if (this.#depth === 2) this.#leaveOut('value-skipped', offset);
    this.#depth += 1;
  }

  onClose(): void {
    this.#depth -= 1;
    if (this.#depth === 1) this.#endList();
  }

  onScalar(kind: 'string' | 'number' | 'literal', text: string, offset: number): void {
    if (this.#depth === 0) this.refusal ??= { code: 'not-an-object', offset };
    if (this.#depth === 2) this.#add(kind, text, offset);
    if (this.#depth !== 1) return;
    if (kind === 'literal') {
      this.#leaveOut('value-not-a-list', offset);
    } else {
      this.#tell('string-as-list', offset);
      this.#add(kind, text, offset);
      this.#endList();
    }
  }

  *entries(): Steps<QcmEntry[]> {
    const entries: QcmEntry[] = [];
    for (const [question, { answers, whole }] of this.#lists) {
      if (answers.size > 0) entries.push({ question, answers: [...answers], whole });
      if (entries.length % QUESTIONS_AT_ONCE === 0) yield 1;
    }
    return entries;
  }

  #add(kind: 'string' | 'number' | 'literal', text: string, offset: number): void {
    const answers = this.#list?.answers;
    if (!answers) return;
    if (kind === 'literal') this.#leaveOut('value-skipped', offset);
    else if (isEmpty(text)) this.#tell('empty-answer', offset);
    else if (text.length > MAX_TEXT) this.#leaveOut('text-too-long', offset);
    else if (answers.delete(text)) {
      this.#tell('duplicate-answer', offset);
      answers.add(text);
    } else if (answers.size === MAX_ANSWERS) this.#leaveOut('too-many-answers', offset);
    else {
      if (kind === 'number') this.#tell('number-as-text', offset);
      answers.add(text);
    }
  }

  #endList(): void {
    if (this.#list?.answers.size === 0) this.#tell('empty-answers', this.#questionOffset);
  }

  /** A value of the question is left out: an answer that is alone without it proves nothing. */
  #leaveOut(code: WarningCode, offset: number): void {
    this.#tell(code, offset);
    if (this.#list) this.#list.whole = false;
  }

  /** What belongs nowhere has been told of already, at its question. */
  #tell(code: WarningCode, offset: number): void {
    if (!this.#list) return;
    if (this.problems.length >= MAX_PROBLEMS) this.unlisted += 1;
    else this.problems.push({ code, offset, question: this.#question.slice(0, MAX_TEXT) });
  }
}

/** Whether a text shows nothing; one that is too long is not looked through for all that is invisible. */
function isEmpty(text: string): boolean {
  return text.length > MAX_TEXT ? text.trim() === '' : isBlank(text);
}
