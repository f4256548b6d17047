// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeChooser } from '../../../lib/page/choose.ts';
import type { Option } from '../../../lib/page/options.ts';
import { isSeen } from '../../../lib/page/visible.ts';

/** How far down the page the option lies, in pixels. */
let top = 0;
const scroll = vi.fn();

beforeEach(() => {
  // What happy-dom has not: it lays nothing out.
  vi.spyOn(Document.prototype, 'defaultView', 'get').mockReturnValue(window as never);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(10, top, 100, 20),
  );
  Object.assign(Element.prototype, { checkVisibility: () => true, scrollIntoView: scroll });
  scroll.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
});

function makeOption(): Option {
  const shown = document.createElement('label');
  document.body.replaceChildren(shown);
  const choose = vi.fn(() => true);
  return {
    text: 'PARIS',
    letters: 'PARIS',
    group: 'r',
    kind: 'radio',
    control: shown,
    label: shown,
    shown,
    isChosen: () => false,
    choose,
  };
}

test('an option out of sight is brought into it once, and the owner may scroll away', () => {
  top = 5_000;
  const option = makeOption();
  const choose = makeChooser(() => 0);
  for (let look = 0; look < 20; look += 1) expect(choose({ ...option })).toBe('waiting');
  expect(scroll.mock.calls).toEqual([[{ block: 'center' }]]);
  expect(option.choose).not.toHaveBeenCalled();
});

test('an option that the page makes anew, again and again, is brought into sight once', () => {
  top = 5_000;
  const choose = makeChooser(() => 0);
  choose(makeOption());
  choose(makeOption());
  expect(scroll).toHaveBeenCalledTimes(1);
});

test('what is sent is brought into sight first', () => {
  top = 5_000;
  expect(isSeen(makeOption().shown)).toBe(false);
  expect(scroll).toHaveBeenCalledTimes(1);
});
