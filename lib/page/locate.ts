import type { Challenge } from '../challenge/challenge.ts';
import {
  all,
  childrenOf,
  closest,
  contains,
  follows,
  isNamed,
  labelsOf,
  letters,
  lettersOf,
  matches,
  outwards,
  type Tree,
  textOf,
  treesOf,
} from './dom.ts';
import { apart, ariaNameOf, type Option, readOptions } from './options.ts';
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
  const every = trees.flatMap(readOptions);
  const options = apart(every.filter((option) => wanted.has(option.letters) && isVisible(option.shown)));
  if (options.length < wanted.size) return null;
  const text = letters(challenge.question);
  const questions = trees.flatMap((tree) =>
    childrenOf(tree).flatMap((root) => questionElements(root, text, isVisible)),
  );
  const within = (scope: Element) => options.filter(({ label }) => contains(scope, label));
  const places = questions.reverse().flatMap((question) => {
    const scope = outwards(question).find(
      (around) => new Set(within(around).map((option) => option.letters)).size === wanted.size,
    );
    const inside = scope ? within(scope) : [];
    const group = inside[0]?.group;
    // What offers more, but for one that stands for no choice yet, is another list that holds these too.
    const isMore =
      every.filter((one) => group && one.group === group && scope && contains(scope, one.control)).length >
      wanted.size + 1;
    return scope && inside.length === wanted.size && !isMore && belong(inside, scope, question, text)
      ? [{ question, scope, inside }]
      : [];
  });
  const [last] = questions;
  const [place] = places;
  if (!last || !place) return null;
  // While a dialog with the question has no options yet, those of another place are not its own.
  const dialog = dialogOf(last);
  if (dialog && dialogOf(place.question) !== dialog) return null;
  // What the last one does not cover could be meant as well.
  const rivals = places.flatMap(({ inside }) => inside).filter((option) => !place.inside.includes(option));
  if (rivals.some(({ shown }) => isInSight(shown))) return null;
  const byProposition = new Map(place.inside.map((option) => [wanted.get(option.letters) ?? '', option]));
  return { ...place, options: byProposition };
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

const CONTENT = '.modal-content';
/** What is laid over the rest of a page. */
export const DIALOGS = `dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], .modal, ${CONTENT}`;
/** Names that say nothing more of options than that they are some, or what to do with them, in letters. */
const ANY_ANSWERS =
  /^((l[ae]|vos|votre|une?|du|de|mon|ma|possible|bonne|liste|réponse|propos(ition|ée)|option|question|sécurité|veuillez)s?|choi(x|sir|sissez)|sélectionne[rz]|:)+$/i;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, caption, [role="heading"]';

/** What leads elsewhere, and asks nothing. */
const HELP = 'a, button, summary, [role="button"], [role="link"]';

/** The dialog that `element` is in; what Bootstrap calls the content of one is none beside its header. */
export function dialogOf(element: Element): Element | null {
  const [inner = null, outer] = outwards(element).filter((around) => matches(around, DIALOGS));
  return inner && outer && matches(inner, CONTENT) && all(outer, CONTENT).length === 1 ? outer : inner;
}

/**
 * Whether options are this question's, and not another's with the very same texts (a survey, a filter, a cookie dialog)
 * that are on the page while these are still to come: they are of one kind, share its dialog, have no heading or name of
 * their own, and follow nothing that asks something else.
 */
function belong(options: readonly Option[], scope: Element, question: Element, text: string): boolean {
  if (new Set(options.map(({ kind }) => kind)).size > 1) return false;
  const labels = options.map(({ label }) => label);
  const dialog = dialogOf(question);
  if (labels.some((label) => dialogOf(label) !== dialog)) return false;
  const [first = question] = labels;
  const isNext = follows(question, first);
  const isWithLabels = (element: Element) => labels.some((label) => contains(element, label));
  const isAsked = (other: Element) =>
    follows(question, other) &&
    follows(other, first) &&
    !contains(question, other) &&
    !isWithLabels(other) &&
    isQuestion(other, text) &&
    !closest(other, HELP) &&
    !all(other, HELP).some((help) => isQuestion(help, text));
  if (all(scope, '*').some(isAsked)) return false;
  const namesOf = (group: Element) => [
    ariaNameOf(group),
    ...all(group, HEADINGS)
      .filter((heading) => !labels.some((label) => contains(label, heading)))
      .map(textOf),
    ...(isNamed(group, 'select') ? labelsOf(group) : [])
      .filter((label) => !contains(label, group))
      .map(textOf),
  ];
  return outwards(first)
    .filter((group) => labels.every((label) => contains(group, label)) && !contains(group, question))
    .flatMap(namesOf)
    .map(letters)
    .every(
      (said) => !said || said.includes(text) || (isNext && (ANY_ANSWERS.test(said) || isPartOf(said, text))),
    );
}

/** Whether a text says nothing that the question does not. */
function isPartOf(said: string, question: string): boolean {
  return question.toLowerCase().includes(said.toLowerCase());
}

/** Whether an element asks something else than `question`, or a part of it. */
function isQuestion(element: Element, question: string): boolean {
  const said = lettersOf(element).replace(question, '');
  return said.endsWith('?') && !isPartOf(said, question);
}

/** The innermost elements that are there and hold the whole question, in document order. */
function questionElements(
  root: Element,
  question: string,
  isVisible: (element: Element) => boolean,
): Element[] {
  // Code may well contain the question, but nobody reads it.
  if (matches(root, 'script, style, template, noscript') || !lettersOf(root).includes(question)) return [];
  const inner = childrenOf(root).flatMap((child) => questionElements(child, question, isVisible));
  if (inner.length > 0) return inner;
  return isVisible(root) ? [root] : [];
}
