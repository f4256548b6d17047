import { type Place, placesOf } from './places.ts';
import type { QcmEntry } from './types.ts';
import { type JsonErrorCode, walkJson } from './walk-json.ts';

/** Far more than any family has; beyond it a file is hostile, or not one of these. */
const MAX_QUESTIONS = 200_000;
const MAX_ANSWERS = 1_000;
/** The longest text, in UTF-16 code units. */
const MAX_TEXT = 10_000;
/** Of more problems than this, the rest is only counted. */
const MAX_PROBLEMS = 1_000;

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
  const reader = new QcmReader();
  const error = walkJson(text, reader) ?? reader.refusal;
  const located = placesOf(text, error ? [error] : reader.problems);
  const [problem] = located;
  if (error && problem) return { ok: false, problem };
  return { ok: true, entries: reader.entries(), problems: located, unlisted: reader.unlisted };
}

/** A problem before its line is counted. */
interface Found {
  code: ProblemCode;
  offset: number;
  question?: string;
}

class QcmReader {
  readonly problems: Found[] = [];
  unlisted = 0;
  refusal: Found | null = null;
  readonly #lists = new Map<string, { answers: Set<string>; whole: boolean }>();
  #depth = 0;
  #question = '';
  #questionOffset = 0;
  /** The answers of the list that is being read, before they join those of its question. */
  #list: { answers: string[]; whole: boolean } | null = null;

  onKey(text: string, offset: number): void {
    if (this.#depth !== 1) return;
    this.#question = text;
    this.#questionOffset = offset;
  }

  onOpen(kind: 'object' | 'array', offset: number): void {
    if (this.#depth === 0 && kind === 'array') this.refusal ??= { code: 'not-an-object', offset };
    if (this.#depth === 1 && kind === 'array') this.#list = { answers: [], whole: true };
    if (this.#depth === 1 && kind === 'object') this.#tell('value-not-a-list', offset);
    if (this.#depth === 2 && this.#list) this.#skip(offset);
    this.#depth += 1;
  }

  onClose(): void {
    this.#depth -= 1;
    if (this.#depth !== 1 || !this.#list) return;
    if (this.#list.answers.length === 0 && this.#list.whole)
      this.#tell('empty-answers', this.#questionOffset);
    this.#keep(this.#list);
    this.#list = null;
  }

  onScalar(kind: 'string' | 'number' | 'literal', text: string, offset: number): void {
    if (this.#depth === 0) this.refusal ??= { code: 'not-an-object', offset };
    if (this.#depth === 2 && this.#list) this.#addTo(this.#list, kind, text, offset);
    if (this.#depth !== 1) return;
    if (kind === 'literal') {
      this.#tell('value-not-a-list', offset);
      return;
    }
    this.#tell('string-as-list', offset);
    const list = { answers: [], whole: true };
    this.#addTo(list, kind, text, offset);
    this.#keep(list);
  }

  entries(): QcmEntry[] {
    return [...this.#lists]
      .filter(([, { answers }]) => answers.size > 0)
      .map(([question, { answers, whole }]) => ({ question, answers: [...answers], whole }));
  }

  #addTo(list: { answers: string[]; whole: boolean }, kind: string, text: string, offset: number): void {
    if (kind === 'literal') this.#skip(offset);
    else if (text.trim() === '') this.#tell('empty-answer', offset);
    else if (text.length > MAX_TEXT) this.#skip(offset, 'text-too-long');
    else if (list.answers.length >= MAX_ANSWERS) this.#skip(offset, 'too-many-answers');
    else {
      if (kind === 'number') this.#tell('number-as-text', offset);
      // Two of the same are told of when the list is whole, and counted once.
      list.answers.push(text);
      this.#offsets.push(offset);
    }
  }

  readonly #offsets: number[] = [];

  /** A value of the list is left out: being alone in it then proves nothing. */
  #skip(offset: number, code: ProblemCode = 'value-skipped'): void {
    this.#tell(code, offset);
    if (this.#list) this.#list.whole = false;
  }

  #keep({ answers, whole }: { answers: string[]; whole: boolean }): void {
    const offsets = this.#offsets.splice(0);
    const question = this.#question;
    if (question.trim() === '' || question.length > MAX_TEXT) {
      this.#tell(question.trim() === '' ? 'empty-question' : 'text-too-long', this.#questionOffset);
      return;
    }
    const before = this.#lists.get(question);
    if (before) this.#tell('repeated-question', this.#questionOffset);
    const list = before ?? { answers: new Set(), whole: true };
    for (const [place, answer] of answers.entries()) {
      if (list.answers.has(answer) && !before) this.#tell('duplicate-answer', offsets[place] ?? 0);
      list.answers.add(answer);
    }
    list.whole &&= whole;
    this.#lists.set(question, list);
    if (this.#lists.size > MAX_QUESTIONS) {
      this.refusal ??= { code: 'too-many-questions', offset: this.#questionOffset };
    }
  }

  #tell(code: ProblemCode, offset: number): void {
    if (this.problems.length >= MAX_PROBLEMS) this.unlisted += 1;
    else this.problems.push({ code, offset, question: this.#question.slice(0, MAX_TEXT) });
  }
}
