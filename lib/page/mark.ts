import type { Advice } from '../challenge/advice.ts';
import { all, attribute, documentOf, isNamed, make, treesOf } from './dom.ts';
import { dress } from './dress.ts';
import type { Option } from './options.ts';

/** What an option is marked as; the value of the attribute that carries it. */
export type MarkKind = 'answer' | 'candidate' | 'refused';

const MARK_ATTRIBUTE = 'data-memo-qcm';
const MARK_ELEMENT = 'memo-qcm-mark';

const ICONS: Record<MarkKind, string> = {
  answer: '✓',
  candidate: '?',
  refused: '✕',
};

/**
 * Marks an option by an outline (the style sheet's part), an icon and words; the words are inside the label, so that
 * they belong to the option's accessible name. Does nothing where the mark is already there; returns whether it added
 * nodes to the page.
 */
export function markOption({ label }: Option, kind: MarkKind, words: string): boolean {
  if (attribute(label, MARK_ATTRIBUTE) === kind && (isVoid(label) || all(label, MARK_ELEMENT).length > 0))
    return false;
  unmarkOption(label);
  Element.prototype.setAttribute.call(label, MARK_ATTRIBUTE, kind);
  const hasRoom = !isVoid(label);
  if (hasRoom) Element.prototype.append.call(label, markElement(documentOf(label), kind, words));
  dress(label);
  return hasRoom;
}

/** What each proposition of a challenge is marked as, by its advice. */
export function marksOf(advice: Advice): [string, MarkKind][] {
  const refused = 'refused' in advice ? advice.refused : [];
  const candidates = 'candidates' in advice ? advice.candidates : [];
  const answer = advice.kind === 'answer' ? [advice.proposition] : [];
  return [
    ...refused.map((text): [string, MarkKind] => [text, 'refused']),
    ...candidates.map((text): [string, MarkKind] => [text, 'candidate']),
    ...answer.map((text): [string, MarkKind] => [text, 'answer']),
  ];
}

/** Takes every mark off the page. */
export function unmarkAll(document: Document): void {
  for (const tree of treesOf(document)) {
    for (const label of all<HTMLElement>(tree, `[${MARK_ATTRIBUTE}]`)) unmarkOption(label);
  }
}

function unmarkOption(label: HTMLElement): void {
  Element.prototype.removeAttribute.call(label, MARK_ATTRIBUTE);
  for (const mark of all(label, MARK_ELEMENT)) mark.remove();
}

/** The words sit in a closed shadow root: the label's own text stays what the page made it. */
function markElement(document: Document, kind: MarkKind, words: string): HTMLElement {
  const mark = make(document, MARK_ELEMENT);
  const text = make(document, 'span');
  text.setAttribute('part', `word ${kind}`);
  const icon = make(document, 'span');
  icon.setAttribute('aria-hidden', 'true');
  icon.textContent = `${ICONS[kind]}\u00a0`;
  // The comma sets the words off from the option's own text where they are read aloud.
  const pause = make(document, 'span');
  pause.setAttribute('part', 'pause');
  pause.textContent = ', ';
  text.append(icon, words);
  mark.attachShadow({ mode: 'closed' }).append(pause, text);
  return mark;
}

/** What cannot hold words; the style sheet alone marks it. */
function isVoid(label: HTMLElement): boolean {
  return isNamed(label, 'input', 'option');
}
