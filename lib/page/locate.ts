import type { Challenge } from '../challenge/challenge.ts';
import {
  all,
  childrenOf,
  closest,
  contains,
  follows,
  isNamed,
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
  const within = (scope: Element, of = options) => of.filter(({ label }) => contains(scope, label));
  const places = questions.reverse().flatMap((question) => {
    const scope = outwards(question).find(
      (around) => new Set(within(around).map((option) => option.letters)).size === wanted.size,
    );
    if (!scope) return [];
    const inside = within(scope);
    const [first] = inside;
    const alike = within(scope, every).filter(({ group }) => group === first?.group);
    // What offers more, but for one that stands for no choice yet, is another list that holds these too.
    const isOne = inside.length === wanted.size && alike.length < wanted.size + 2;
    return isOne && belong(inside, scope, question, text) ? [{ question, scope, inside }] : [];
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
export const DIALOGS = `dialog, [role$="dialog"], [aria-modal="true"], .modal, ${CONTENT}`;
/** Names that say nothing more of options than that they are some, or what to do with them, in letters. */
const ANY_ANSWERS =
  /^((l[ae]|vos|votre|une|de|possible|bonne|réponse|propos(ition|ée)|option|question|sécurité)s?|choi(x|sir|sissez)|(veuill|sélectionn)ez|:)+$/i;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, caption, [role="heading"]';
/** What leads elsewhere, and asks nothing. */
const HELP = 'a, button, [role="button"]';

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
  const labels = options.map(({ label }) => label);
  const dialog = dialogOf(question);
  const isApart = ({ label, kind }: Option) => kind !== options[0]?.kind || dialogOf(label) !== dialog;
  if (options.some(isApart)) return false;
  const [first = question] = labels;
  const isNext = follows(question, first);
  const asksElse = (element: Element) => {
    const said = lettersOf(element).replace(text, '');
    return (
      follows(question, element) && said.endsWith('?') && !isPartOf(said, text) && !closest(element, HELP)
    );
  };
  if (asking(scope, first).some(asksElse)) return false;
  const namesOf = (group: Element) => [
    ariaNameOf(group),
    // A list, other than a form, has no names of the page's own.
    ...[...all(group, HEADINGS), ...(isNamed(group, 'select') ? (group as HTMLSelectElement).labels : [])]
      .filter((name) => !contains(name, first) && !labels.some((label) => contains(label, name)))
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

/** The innermost elements of `part` that are to be seen before `first` and ask something, by their text. */
export function asking(part: Element, first: Element): Element[] {
  const asks = (element: Element) => lettersOf(element).endsWith('?');
  return all(part, '*').filter(
    (element) =>
      follows(element, first) && asks(element) && !all(element, '*').some(asks) && isShown(element),
  );
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
