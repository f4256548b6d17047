import type { Challenge } from '../challenge/challenge.ts';
import {
  all,
  childrenOf,
  closest,
  contains,
  follows,
  letters,
  lettersOf,
  matches,
  outwards,
  type Tree,
  treesOf,
} from './dom.ts';
import { ariaNameOf, type Option, readOptions } from './options.ts';
import { isInSight, isShown } from './visible.ts';

/** A challenge as the page shows it: the element with the question, and one option for each proposition. */
export interface LocatedChallenge {
  question: Element;
  /** The smallest part of the page that holds the question and all of its options; nothing outside is touched. */
  scope: Element;
  options: Map<string, Option>;
}

/**
 * Where the page shows this challenge, by its texts alone; null when it does not, or not in a way that leaves no
 * doubt: each proposition has to be there once, and belong to this question. Where several parts of the page do, the last
 * one counts, as with dialogs laid over each other. `trees` are those of the page (`treesOf`); `isVisible` is asked of
 * question and options.
 */
export function locateChallenge(
  document: Document,
  challenge: Challenge,
  trees: readonly Tree[] = treesOf(document),
  isVisible: (element: Element) => boolean = isShown,
): LocatedChallenge | null {
  const wanted = new Map(challenge.propositions.map((text) => [letters(text), text]));
  // Texts that differ in nothing but spaces could not be told apart on the page.
  if (wanted.size !== challenge.propositions.length) return null;
  const options = trees
    .flatMap(readOptions)
    .filter((option) => wanted.has(option.letters) && isVisible(option.shown));
  if (options.length < wanted.size) return null;
  const text = letters(challenge.question);
  const questions = trees.flatMap((tree) =>
    childrenOf(tree).flatMap((root) => questionElements(root, text, isVisible)),
  );
  const places = questions.reverse().flatMap((question) => {
    const scope = smallestScope(question, options, wanted.size);
    const inside = scope ? options.filter(({ label }) => contains(scope, label)) : [];
    return scope && inside.length === wanted.size && belong(inside, question, text)
      ? [{ question, scope, inside }]
      : [];
  });
  const [last] = questions;
  const [place] = places;
  if (!last || !place) return null;
  // While a dialog with the question has no options yet, those of another place are not its own.
  const dialog = closest(last, DIALOGS);
  if (dialog && closest(place.question, DIALOGS) !== dialog) return null;
  // What the last one does not cover could be meant as well.
  const rivals = places.flatMap(({ inside }) => inside).filter((option) => !place.inside.includes(option));
  if (rivals.some(({ shown }) => isInSight(shown))) return null;
  const byProposition = place.inside.map((option) => [wanted.get(option.letters) ?? '', option] as const);
  return { question: place.question, scope: place.scope, options: new Map(byProposition) };
}

/**
 * The element behind which something may be added without moving an option: the page may still be under its owner's
 * pointer, and an option that moves is a wrong click. Where the options have a list of their own, that is its end.
 */
export function endOfOptions({ question, options }: LocatedChallenge): Element {
  const labels = [...options.values()].map(({ shown }) => shown);
  const last: Element = labels.reduce((end, label) => (follows(end, label) ? label : end));
  return outwards(last).findLast((around) => !contains(around, question)) ?? last;
}

/** What is laid over the rest of a page. */
export const DIALOGS =
  'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], .modal, .modal-content';
/** What a group of options is called, in letters, when its name says nothing more than that it is one. */
const ANY_ANSWERS = /^(les|vos|votre)?(réponse|proposition|option|choix)s?(possibles?)?$/i;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, [role="heading"]';

/**
 * Whether options are this question's, and not another's with the very same texts (a survey, a filter, a cookie dialog)
 * that are on the page while these are still to come: they share its dialog, and have no heading of their own.
 */
function belong(options: readonly Option[], question: Element, text: string): boolean {
  const labels = options.map(({ label }) => label);
  const dialog = closest(question, DIALOGS);
  if (labels.some((label) => closest(label, DIALOGS) !== dialog)) return false;
  return outwards(labels[0] ?? null).every(
    (around) =>
      !labels.every((label) => contains(around, label)) ||
      contains(around, question) ||
      (all(around, HEADINGS).length === 0 && !isNamedOtherwise(around, text)),
  );
}

/** Whether a group of options says by itself that it answers another question. */
function isNamedOtherwise(group: Element, text: string): boolean {
  const said = letters(ariaNameOf(group));
  return said !== '' && !said.includes(text) && !ANY_ANSWERS.test(said);
}

/** The innermost elements that are there and hold the whole question, in document order. */
function questionElements(
  root: Element,
  question: string,
  isVisible: (element: Element) => boolean,
): Element[] {
  if (isCode(root) || !lettersOf(root).includes(question)) return [];
  const inner = childrenOf(root).flatMap((child) => questionElements(child, question, isVisible));
  if (inner.length > 0) return inner;
  return isVisible(root) ? [root] : [];
}

function smallestScope(question: Element, options: readonly Option[], wanted: number): Element | null {
  const lettersIn = (scope: Element) =>
    options.filter(({ label }) => contains(scope, label)).map((option) => option.letters);
  return outwards(question).find((scope) => new Set(lettersIn(scope)).size === wanted) ?? null;
}

/** Text that nobody reads, though it may well contain the question. */
function isCode(element: Element): boolean {
  return matches(element, 'script, style, template, noscript');
}
