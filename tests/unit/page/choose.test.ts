// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { makeChooser, type Progress } from '../../../lib/page/choose.ts';
import { readOptions } from '../../../lib/page/options.ts';
import { isSeen } from '../../../lib/page/visible.ts';

vi.mock('../../../lib/page/visible.ts', () => ({ isSeen: vi.fn(() => true) }));
// happy-dom has the text of an element elsewhere than browsers do, where Node's own getter does not reach it.
vi.mock('../../../lib/page/dom.ts', async (load) => {
  const dom = await load<typeof import('../../../lib/page/dom.ts')>();
  const textOf = ({ textContent }: Node) => textContent ?? '';
  return { ...dom, textOf, lettersOf: (node: Node) => dom.letters(textOf(node)) };
});

const TEXTS = ['PARIS', 'LYON', 'NICE'];

/** In milliseconds. */
let time = 0;
/** What the page is yet to do, and when. */
let later: { at: number; work: () => void }[] = [];

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
function chooseLyon(looks = 100): Progress[] {
  const choose = makeChooser(() => time);
  const seen: Progress[] = [];
  for (let look = 0; look < looks && !['chosen', 'failed'].includes(seen.at(-1) ?? ''); look += 1) {
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

function widget(role: string, state: string, tabindex: (index: number) => string | null): HTMLElement[] {
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

function setOnly(options: readonly Element[], state: string, index: number): void {
  options.forEach((option, at) => {
    option.setAttribute(state, String(at === index));
  });
}

const chosen = () =>
  readOptions(document)
    .filter((option) => option.isChosen())
    .map(({ letters }) => letters);

test('a widget that takes a click is clicked, once', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  const clicks = vi.fn();
  options.forEach((option, index) => {
    option.addEventListener('click', () => {
      clicks();
      setOnly(options, 'aria-checked', index);
    });
  });
  expect(chooseLyon()).toEqual(['chosen']);
  expect(clicks).toHaveBeenCalledTimes(1);
});

test('a widget that makes its nodes anew on a click is not pressed on the nodes that are gone', () => {
  const history: number[] = [];
  const draw = (choice: number) => {
    document.body.replaceChildren();
    const options = widget('radio', 'aria-checked', (index) => (index === 0 ? '0' : '-1'));
    setOnly(options, 'aria-checked', choice);
    options.forEach((option, index) => {
      const choose = (at: number) => {
        history.push(at);
        draw(at);
      };
      option.addEventListener('click', () => choose(index));
      option.addEventListener('keydown', ({ key }) => {
        if (key === ' ') choose(index);
        if (key === 'ArrowDown') choose((index + 1) % TEXTS.length);
      });
    });
  };
  draw(-1);
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(history).toEqual([1]);
});

test.each([0, 90, 250, 450, 700, 950])('a widget that shows a click after %d ms is only clicked', (delay) => {
  const options = widget('radio', 'aria-checked', (index) => (index === 0 ? '0' : '-1'));
  const heard: string[] = [];
  const choose = (index: number) =>
    later.push({ at: time + delay, work: () => setOnly(options, 'aria-checked', index) });
  options.forEach((option, index) => {
    option.addEventListener('click', () => {
      heard.push('click');
      choose(index);
    });
    option.addEventListener('keydown', ({ key }) => {
      heard.push(key);
      choose(key === ' ' ? index : (index + 1) % TEXTS.length);
    });
  });
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(heard).toEqual(['click']);
  expect(chosen()).toEqual(['LYON']);
});

test.each([0, 700])(
  'a widget that shows by a class alone what a click chose, after %d ms, gets no key',
  (delay) => {
    const options = widget('radio', 'aria-checked', (index) => (index === 0 ? '0' : '-1'));
    const choose = (index: number) => {
      const show = () =>
        options.forEach((option, at) => {
          option.className = at === index ? 'on' : '';
        });
      later.push({ at: time + delay, work: show });
    };
    const keys: string[] = [];
    options.forEach((option, index) => {
      option.addEventListener('click', () => choose(index));
      option.addEventListener('keydown', ({ key }) => {
        keys.push(key);
        choose((index + 1) % TEXTS.length);
      });
    });
    expect(chooseLyon().at(-1)).toBe('failed');
    expect(options.map(({ className }) => className)).toEqual(['', 'on', '']);
    expect(keys).toEqual([]);
  },
);

test('a listbox that shows by a class alone what a click chose gets no key', () => {
  const options = widget('option', 'aria-selected', () => null);
  const keys = vi.fn();
  options[0]?.parentElement?.addEventListener('keydown', keys);
  options[1]?.addEventListener('click', () => options[1]?.classList.add('on'));
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(keys).not.toHaveBeenCalled();
});

test('a widget that is deaf to clicks is chosen by Space, and the focus goes back', () => {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  const options = widget('radio', 'aria-checked', (index) => (index === 0 ? '0' : '-1'));
  const keys: string[] = [];
  options.forEach((option, index) => {
    option.addEventListener('keydown', ({ key }) => {
      keys.push(key);
      if (key === ' ') setOnly(options, 'aria-checked', index);
    });
  });
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(chosen()).toEqual(['LYON']);
  expect(keys).toEqual([' ']);
  expect(document.activeElement).toBe(field);
});

test('a group is not walked through by arrows, each of which would choose another option', () => {
  const options = widget('radio', 'aria-checked', (index) => (index === 0 ? '0' : '-1'));
  setOnly(options, 'aria-checked', 2);
  options.forEach((option, index) => {
    option.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowDown') setOnly(options, 'aria-checked', (index + 1) % TEXTS.length);
    });
  });
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(chosen()).toEqual(['NICE']);
});

/** A list that takes the focus for its options and hears keys alone. */
function listOfKeys(onArrow: (list: HTMLElement, active: number) => void) {
  const options = widget('option', 'aria-selected', () => null);
  const list = options[0]?.parentElement as HTMLElement; // as it was just made
  list.setAttribute('tabindex', '0');
  let active = -1;
  const keys: string[] = [];
  list.addEventListener('keydown', ({ key }) => {
    keys.push(key);
    if (key === ' ') return setOnly(options, 'aria-selected', active);
    active = (active + 1) % TEXTS.length;
    onArrow(list, active);
  });
  return { keys, options };
}

test('a list with an active option is walked to the one, and gets Space there', () => {
  const { keys } = listOfKeys((list, active) =>
    list.setAttribute('aria-activedescendant', `option-${active}`),
  );
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(keys).toEqual(['ArrowDown', 'ArrowDown', ' ']);
  expect(chosen()).toEqual(['LYON']);
});

test('a list that follows an arrow late gets no other key', () => {
  const { keys } = listOfKeys((list, active) =>
    later.push({
      at: time + 300,
      work: () => list.setAttribute('aria-activedescendant', `option-${active}`),
    }),
  );
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(keys).toEqual(['ArrowDown']);
  expect(chosen()).toEqual([]);
});

test('a list that chooses what is active is not walked on', () => {
  const { keys, options } = listOfKeys((list, active) => {
    list.setAttribute('aria-activedescendant', `option-${active}`);
    setOnly(options, 'aria-selected', active);
  });
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(keys).toEqual(['ArrowDown']);
});

test('a widget that follows nothing is given up, with nothing chosen', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  const keys: string[] = [];
  for (const option of options) option.addEventListener('keydown', ({ key }) => keys.push(key));
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(chosen()).toEqual([]);
  expect(keys).toEqual([' ']);
});

test('a page that undoes every click is not clicked without end', () => {
  document.body.append(
    ...TEXTS.map((text) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      input.type = 'radio';
      input.addEventListener('click', (event) => event.preventDefault());
      label.append(input, text);
      return label;
    }),
  );
  const clicks = vi.fn();
  document.addEventListener('click', clicks);
  expect(chooseLyon().at(-1)).toBe('failed');
  document.removeEventListener('click', clicks);
  expect(clicks.mock.calls.length).toBeLessThanOrEqual(5);
});

test('a radio button that is never shown as checked, and may send all the same, is clicked once', () => {
  const sent = vi.fn((event: Event) => event.preventDefault());
  document.body.innerHTML = '<label><input type=radio>LYON</label>';
  document.querySelector('input')?.addEventListener('click', sent);
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(sent).toHaveBeenCalledTimes(1);
});

test.each([
  ['a radio button', '<label><input type=radio disabled>LYON</label>', 'input'],
  ['one that only says so', '<label><input type=radio aria-disabled=true>LYON</label>', 'input'],
  ['one in a set that is', '<fieldset disabled><label><input type=radio>LYON</label></fieldset>', 'fieldset'],
  ['a list’s', '<select disabled><option>PARIS<option>LYON</select>', 'select'],
  ['an option in a list that is not', '<select><option>PARIS<option disabled>LYON</select>', '[disabled]'],
  ['a widget', '<p role=radiogroup aria-disabled=true><b role=radio aria-checked=false>LYON</b></p>', 'p'],
])('a disabled option is waited for, and nothing done to it: %s', (_, markup, disabled) => {
  document.body.innerHTML = markup;
  const heard = vi.fn();
  for (const type of ['click', 'keydown', 'change']) document.body.addEventListener(type, heard);
  const widget = document.querySelector('[role=radio]');
  widget?.addEventListener('click', () => widget.setAttribute('aria-checked', 'true'));
  expect(new Set(chooseLyon())).toEqual(new Set(['waiting']));
  expect(heard).not.toHaveBeenCalled();
  expect(chosen()).not.toContain('LYON');
  for (const state of ['disabled', 'aria-disabled']) document.querySelector(disabled)?.removeAttribute(state);
  expect(chooseLyon()).toEqual(['chosen']);
  expect(chosen()).toEqual(['LYON']);
});

test('nothing is pressed while the option is not to be seen', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  const heard = vi.fn();
  for (const type of ['click', 'keydown', 'focus']) options[1]?.addEventListener(type, heard);
  vi.mocked(isSeen).mockReturnValue(false);
  expect(new Set(chooseLyon())).toEqual(new Set(['waiting']));
  expect(heard).not.toHaveBeenCalled();
});

test('a button, which would send, is never pressed', () => {
  const button = document.createElement('button');
  button.textContent = 'LYON';
  const click = vi.fn();
  button.addEventListener('click', click);
  document.body.append(button);
  expect(chooseLyon()).toEqual(['failed']);
  expect(click).not.toHaveBeenCalled();
});

test('what the page had chosen already is nothing that was done here', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  setOnly(options, 'aria-checked', 1);
  expect(chooseLyon(1)).toEqual(['as-it-was']);
});
