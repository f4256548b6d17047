import type { Challenge } from '../challenge/challenge.ts';
import { childrenOf, contains, letters, lettersOf, parentOf } from './dom.ts';
import { type Option, readOptions } from './options.ts';
import { isShown } from './visible.ts';

/** A challenge as the page shows it: the element with the question, and one option for each proposition. */
export interface LocatedChallenge {
  question: Element;
  /** The smallest part of the page that holds the question and all of its options; nothing outside is touched. */
  scope: Element;
  options: Map<string, Option>;
}

/**
 * Where the page shows this challenge, by its texts alone; null when it does not, or not in a way that leaves no
 * doubt: each proposition has to be there once. Where several parts of the page do, the last one counts, as with
 * dialogs laid over each other.
 */
export function locateChallenge(document: Document, challenge: Challenge): LocatedChallenge | null {
  const body: HTMLElement | null = Reflect.get(Document.prototype, 'body', document);
  const wanted = new Map(challenge.propositions.map((text) => [letters(text), text]));
  // Texts that differ in nothing but spaces could not be told apart on the page.
  if (!body || wanted.size !== challenge.propositions.length) return null;
  const options = readOptions(document).filter(
    (option) => wanted.has(option.letters) && isShown(option.shown),
  );
  if (options.length < wanted.size) return null;
  for (const question of questionElements(body, letters(challenge.question)).reverse()) {
    const scope = smallestScope(question, options, wanted.size);
    const inside = scope ? options.filter(({ label }) => contains(scope, label)) : [];
    if (scope && inside.length === wanted.size) {
      const byProposition = inside.map((option) => [wanted.get(option.letters) ?? '', option] as const);
      return { question, scope, options: new Map(byProposition) };
    }
  }
  return null;
}

/**
 * The element behind which something may be added without moving an option: the page may still be under its owner's
 * pointer, and an option that moves is a wrong click. Where the options have a list of their own, that is its end.
 */
export function endOfOptions({ question, options }: LocatedChallenge): Element {
  const labels = [...options.values()].map(({ shown }) => shown);
  let end: Element = labels.reduce((last, label) => (follows(last, label) ? label : last));
  for (let around = parentOf(end); around && !contains(around, question); around = parentOf(around))
    end = around;
  return end;
}

/** Whether `node` comes after `other` in the document. */
function follows(other: Node, node: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(other, node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The innermost shown elements that hold the whole question, in document order. */
function questionElements(root: Element, question: string): Element[] {
  if (isCode(root) || !lettersOf(root).includes(question)) return [];
  const inner = childrenOf(root).flatMap((child) => questionElements(child, question));
  if (inner.length > 0) return inner;
  return isShown(root) ? [root] : [];
}

function smallestScope(question: Element, options: readonly Option[], wanted: number): Element | null {
  for (let scope: Element | null = question; scope; scope = parentOf(scope)) {
    const around = scope;
    const inside = options.filter(({ label }) => contains(around, label));
    if (new Set(inside.map((option) => option.letters)).size === wanted) return scope;
  }
  return null;
}

/** Text that nobody reads, though it may well contain the question. */
function isCode(element: Element): boolean {
  return Element.prototype.matches.call(element, 'script, style, template, noscript');
}
