import { all, documentOf, make as makeElement } from './dom.ts';
import { dress } from './dress.ts';

const NOTE_ELEMENT = 'memo-qcm-note';

export interface NoteWords {
  title: string;
  close: string;
  text: string;
  /** What the owner may press, besides closing the note. */
  actions?: readonly { label: string; press: () => void }[];
}

/** A note on the page. */
export interface ShownNote {
  hide(): void;
  /** Shows a number beside the text, for eyes alone: what it means is in the text. */
  count(seconds: number): void;
}

/**
 * Shows one sentence to the owner: after `below`, in the page's own flow, so that it covers nothing; or in a corner when
 * `below` is null. It takes no focus, is read aloud when it changes, and goes with Esc or its button; `onClose` hears of
 * that. Only what a person does to its controls counts, never what the page's scripts do.
 */
export function showNote(
  document: Document,
  words: NoteWords,
  below: Element | null,
  onClose = () => {},
): ShownNote {
  const place = below ? 'flow' : 'corner';
  const last = notes[place];
  const isInPlace = last?.host.isConnected && (!below || last.host.previousElementSibling === below);
  if (last && isInPlace && last.text === words.text) return last.note;
  // What is below must not move under a finger that is about to press it.
  const height = below && isInPlace ? last.host.offsetHeight : 0;
  last?.host.remove();
  const host = makeElement(below ? documentOf(below) : document, NOTE_ELEMENT);
  host.setAttribute('data-place', place);
  const [body] = all(document, ':root > body');
  if (below) Element.prototype.after.call(below, host);
  else if (body) Node.prototype.appendChild.call(body, host);
  if (host.isConnected) dress(host);
  host.style.minBlockSize = `${height}px`;
  const count = fill(host, words, () => {
    host.remove();
    onClose();
  });
  const note = { hide: () => host.remove(), count };
  notes[place] = { host, text: words.text, note };
  return note;
}

/** The last note in each place, with what it says: its shadow root is closed to everyone, and to us. */
const notes: { [place in 'flow' | 'corner']?: { host: HTMLElement; text: string; note: ShownNote } } = {};

function fill(host: HTMLElement, words: NoteWords, close: () => void): ShownNote['count'] {
  const make = (name: string, attribute: string, value: string) => {
    const element = makeElement(documentOf(host), name);
    element.setAttribute(attribute, value);
    return element;
  };
  const button = (part: string, text: string, press: () => void) => {
    const made = make('button', 'part', part);
    made.setAttribute('type', 'button');
    made.textContent = text;
    made.addEventListener('click', ({ isTrusted }) => {
      if (isTrusted) press();
    });
    return made;
  };
  const box = make('div', 'part', 'box');
  const body = make('div', 'part', 'body');
  const status = make('div', 'role', 'status');
  const number = make('span', 'part', 'number');
  number.setAttribute('aria-hidden', 'true');
  number.hidden = true;
  const cross = button('close', '✕', close);
  cross.setAttribute('aria-label', words.close);
  box.addEventListener('keydown', ({ isTrusted, key }) => {
    if (isTrusted && key === 'Escape') close();
  });
  body.append(status);
  if (words.actions?.length) {
    const actions = make('div', 'part', 'actions');
    actions.append(...words.actions.map(({ label, press }) => button('action', label, press)));
    body.append(actions);
  }
  box.append(number, body, cross);
  host.attachShadow({ mode: 'closed' }).append(box);
  const say = (place: HTMLElement) => {
    const title = makeElement(documentOf(host), 'strong');
    title.textContent = words.title;
    place.append(title, ' ', words.text);
  };
  // A live region is read aloud when it changes, so it has to be there first. Until then the same is there for eyes, or
  // what is below would move with the words: on a page that makes its nodes anew, just as its owner presses a button.
  const seen = make('div', 'aria-hidden', 'true');
  say(seen);
  body.prepend(seen);
  requestAnimationFrame(() => {
    seen.remove();
    say(status);
  });
  return (seconds) => {
    number.hidden = false;
    number.textContent = String(seconds);
  };
}
