import type { Challenge } from '../challenge/challenge.ts';
import { all, outwards, textOf, treesOf, typed } from './dom.ts';
import { asking, dialogOf } from './locate.ts';
import { apart, type Option, readOptions } from './options.ts';
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
  const options = apart(
    treesOf(document)
      .flatMap(readOptions)
      .filter((option) => option.choose && option.group && isShown(option.shown)),
  );
  const groups = Map.groupBy(options, ({ group }) => group);
  const found = [...groups.values()].flatMap((group) => {
    const texts = group.map(({ text }) => text);
    const { length } = texts;
    const isOne = length >= MIN_OPTIONS && length <= MAX_OPTIONS && new Set(texts).size === length;
    const element = isOne ? questionOf(group) : null;
    return element ? [{ element, challenge: { question: typed(textOf(element)), propositions: texts } }] : [];
  });
  const inDialogs = found.filter(({ element }) => dialogOf(element));
  const [only, ...others] = inDialogs.length > 0 ? inDialogs : found;
  return only && others.length === 0 ? only.challenge : null;
}

/** The question before a group of options, in the smallest part of the page that has any; null where it has several. */
function questionOf(group: readonly Option[]): Element | null {
  const first = group[0]?.label;
  if (!first) return null;
  const dialog = dialogOf(first);
  for (const part of outwards(first)) {
    if (all(part, 'input[type="password"]').length > 0) return null;
    const [asked, ...more] = asking(part, first);
    if (asked) return more.length > 0 ? null : asked;
    if (part === dialog) return null;
  }
  return null;
}
