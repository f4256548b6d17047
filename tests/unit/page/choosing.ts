import { beforeEach, vi } from 'vitest';
import { makeChooser, type Progress } from '../../../lib/page/choose.ts';
import { readOptions } from '../../../lib/page/options.ts';
import { isSeen } from '../../../lib/page/visible.ts';

/** Options on a page, one of which is chosen as a page is followed. For tests that have `visible.ts` mocked. */

export const TEXTS = ['PARIS', 'LYON', 'NICE'];

/** In milliseconds. */
let time = 0;
/** What the page is yet to do, and when. */
let later: { at: number; work: () => void }[] = [];

/** Has the page do something in so many milliseconds. */
export function after(delay: number, work: () => void): void {
  later.push({ at: time + delay, work });
}

beforeEach(() => {
  document.body.replaceChildren();
  vi.mocked(isSeen).mockReturnValue(true);
  time = 0;
  later = [];
});

/**
 * Looks again and again, as a page is followed, until LYON is chosen or cannot be; each look is a tenth of a second. Then
 * the page does what it is yet to do.
 */
export function chooseLyon(looks = 100, ends: Progress[] = ['chosen', 'failed']): Progress[] {
  const choose = makeChooser(() => time);
  const seen: Progress[] = [];
  for (let look = 0; look < looks && !ends.some((end) => end === seen.at(-1)); look += 1) {
    const option = readOptions(document).find(({ letters }) => letters === 'LYON');
    if (option) seen.push(choose(option));
    time += 100;
    catchUp(time);
  }
  catchUp(Number.POSITIVE_INFINITY);
  return seen;
}

function catchUp(until: number): void {
  const due = later.filter(({ at }) => at <= until);
  later = later.filter((one) => !due.includes(one));
  for (const { work } of due) work();
}

export function widget(
  role: string,
  state: string,
  tabindex: (index: number) => string | null,
): HTMLElement[] {
  const group = document.createElement('div');
  group.setAttribute('role', role === 'radio' ? 'radiogroup' : 'listbox');
  const options = TEXTS.map((text, index) => {
    const option = document.createElement('div');
    option.setAttribute('role', role);
    option.setAttribute(state, 'false');
    option.id = `option-${index}`;
    const stop = tabindex(index);
    if (stop !== null) option.setAttribute('tabindex', stop);
    option.textContent = text;
    return option;
  });
  group.append(...options);
  document.body.append(group);
  return options;
}

export function setOnly(options: readonly Element[], state: string, index: number): void {
  options.forEach((option, at) => {
    option.setAttribute(state, String(at === index));
  });
}

export const chosen = () =>
  readOptions(document)
    .filter((option) => option.isChosen())
    .map(({ letters }) => letters);
