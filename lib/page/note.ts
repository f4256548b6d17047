import { all } from './dom.ts';

const NOTE_ELEMENT = 'memo-qcm-note';

export interface NoteWords {
  title: string;
  close: string;
  text: string;
}

/**
 * Shows one sentence to the owner: after `below`, in the page's own flow, so that it covers nothing; or in a corner when
 * `below` is null. It takes no focus, is read aloud when it changes, and goes with Esc or its button, its
 * only control; `onClose` hears of that. Returns what takes it away again.
 */
export function showNote(
  document: Document,
  words: NoteWords,
  below: Element | null,
  onClose = () => {},
): () => void {
  const place = below ? 'flow' : 'corner';
  const shown = all<HTMLElement>(document, `${NOTE_ELEMENT}[data-place="${place}"]`)[0];
  if (shown && texts.get(shown) === words.text && (!below || shown.previousElementSibling === below)) {
    return () => shown.remove();
  }
  shown?.remove();
  const host = document.createElement(NOTE_ELEMENT);
  host.setAttribute('data-place', place);
  if (below) below.after(host);
  else document.body.append(host);
  texts.set(host, words.text);
  fill(host, words, () => {
    host.remove();
    onClose();
  });
  return () => host.remove();
}

/** What each note says: its shadow root is closed to everyone, and to us. */
const texts = new WeakMap<Element, string>();

function fill(host: HTMLElement, words: NoteWords, close: () => void): void {
  const box = document.createElement('div');
  box.setAttribute('part', 'box');
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  const title = document.createElement('strong');
  title.textContent = words.title;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('part', 'close');
  button.setAttribute('aria-label', words.close);
  button.textContent = '✕';
  const closeIfTrusted = (event: Event) => {
    if (event.isTrusted) close();
  };
  button.addEventListener('click', closeIfTrusted);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeIfTrusted(event);
  });
  box.append(status, button);
  host.attachShadow({ mode: 'closed' }).append(box);
  // A live region is read aloud when it changes, so it has to be there first.
  requestAnimationFrame(() => status.append(title, ' ', words.text));
}
