import type { Challenge } from '../challenge/challenge.ts';
import {
  all,
  closest,
  contains,
  follows,
  lettersOf,
  matches,
  outwards,
  textOf,
  treesOf,
  typed,
} from './dom.ts';
import { DIALOGS } from './locate.ts';
import { type Option, readOptions } from './options.ts';
import { isShown } from './visible.ts';

/** EcoleDirecte offers 5 to 12; neither a yes or no nor a list of countries is one of its questions. */
const MIN_OPTIONS = 3;
const MAX_OPTIONS = 40;

/**
 * The one question with options that the page shows, by its own text alone: options that exclude each other, and before
 * them one text that ends in a question mark. Null where there is none, or more than one that could be meant. What a
 * click sends at once is left out, since any two buttons could be taken for it.
 */
export function readPage(document: Document): Challenge | null {
  const options = treesOf(document)
    .flatMap(readOptions)
    .filter((option) => option.choose !== null && option.group !== null && isShown(option.shown));
  const groups = Map.groupBy(options, ({ group }) => group);
  const found = [...groups.values()].flatMap((group) => {
    const texts = group.map(({ text }) => text);
    const isQuestion =
      texts.length >= MIN_OPTIONS && texts.length <= MAX_OPTIONS && new Set(texts).size === texts.length;
    const question = isQuestion ? questionOf(group) : null;
    return question
      ? [{ element: question, challenge: { question: typed(textOf(question)), propositions: texts } }]
      : [];
  });
  const inDialogs = found.filter(({ element }) => closest(element, DIALOGS) !== null);
  const [only, ...others] = inDialogs.length > 0 ? inDialogs : found;
  return only && others.length === 0 ? only.challenge : null;
}

/** The question before a group of options, in the smallest part of the page that has any; null where it has several. */
function questionOf(group: readonly Option[]): Element | null {
  const labels = group.map(({ label }) => label);
  const [first] = labels;
  for (const part of outwards(first ?? null)) {
    if (all(part, 'input[type="password"]').length > 0) return null;
    const asked = all(part, '*').filter(
      (element) =>
        first !== undefined &&
        lettersOf(element).endsWith('?') &&
        all(element, '*').every((inner) => !lettersOf(inner).endsWith('?')) &&
        !labels.some((label) => contains(label, element)) &&
        follows(element, first) &&
        isShown(element),
    );
    if (asked.length > 0) return asked.length === 1 ? (asked[0] ?? null) : null;
    if (matches(part, DIALOGS)) return null;
  }
  return null;
}
