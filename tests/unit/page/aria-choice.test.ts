// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { after, chooseLyon, chosen, setOnly, TEXTS, widget } from './choosing.ts';

vi.mock('../../../lib/page/visible.ts', () => ({ isSeen: vi.fn(() => true) }));
// happy-dom has the text of an element elsewhere than browsers do, where Node's own getter does not reach it.
vi.mock('../../../lib/page/dom.ts', async (load) => {
  const dom = await load<typeof import('../../../lib/page/dom.ts')>();
  const textOf = ({ textContent }: Node) => textContent ?? '';
  return { ...dom, textOf, lettersOf: (node: Node) => dom.letters(textOf(node)) };
});

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
  const choose = (index: number) => after(delay, () => setOnly(options, 'aria-checked', index));
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
      after(delay, show);
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

/** A list that takes the focus for its options, names its active one by then, and hears keys alone. */
function listOfKeys(onArrow: (list: HTMLElement, show: () => void, active: number) => void, start = 0) {
  const options = widget('option', 'aria-selected', () => null);
  const list = options[0]?.parentElement as HTMLElement; // as it was just made
  list.setAttribute('tabindex', '0');
  let active = start;
  const show = () => list.setAttribute('aria-activedescendant', `option-${active}`);
  list.addEventListener('focus', show);
  const keys: string[] = [];
  list.addEventListener('keydown', ({ key }) => {
    keys.push(key);
    if (key === ' ') return setOnly(options, 'aria-selected', active);
    active = Math.min(active + (key === 'ArrowUp' ? -1 : 1), TEXTS.length - 1);
    onArrow(list, show, active);
  });
  return { keys, options, list };
}

test.each([
  ['the first option', 0, ['ArrowDown', ' ']],
  ['the last option', 2, ['ArrowUp', ' ']],
  ['the one', 1, [' ']],
])('a list with %s as the active one is walked to the one, and gets Space there', (_, start, expected) => {
  const { keys } = listOfKeys((_list, show) => show(), start);
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(keys).toEqual(expected);
  expect(chosen()).toEqual(['LYON']);
});

test('a list that follows an arrow late is walked on when it has', () => {
  const { keys } = listOfKeys((_, show) => after(300, show), 2);
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(keys).toEqual(['ArrowUp', ' ']);
  expect(chosen()).toEqual(['LYON']);
});

test.each([0, 300])(
  'a list that chooses what is active, after %d ms, is not left with another one',
  (delay) => {
    const { keys, options } = listOfKeys((_, show, active) => {
      const choose = () => {
        show();
        setOnly(options, 'aria-selected', active);
      };
      if (delay === 0) choose();
      else after(delay, choose);
    }, -1);
    expect(chooseLyon().at(-1)).toBe('chosen');
    expect(keys).toEqual(['ArrowDown', 'ArrowDown']);
    expect(chosen()).toEqual(['LYON']);
  },
);

test('a list that names no active option, where an arrow may do nothing but choose, gets no key', () => {
  const { keys, list } = listOfKeys(() => {});
  list.addEventListener('focus', () => list.removeAttribute('aria-activedescendant'));
  expect(chooseLyon().at(-1)).toBe('failed');
  expect(keys).toEqual([]);
});

test.each(['pointerdown', 'mousedown', 'pointerup', 'mouseup'])(
  'a list that hears %s alone is clicked, and gets no key',
  (type) => {
    const options = widget('option', 'aria-selected', () => null);
    const list = options[0]?.parentElement;
    const heard = vi.fn();
    list?.addEventListener('keydown', heard);
    list?.addEventListener(type, ({ target }) => {
      setOnly(options, 'aria-selected', options.indexOf(target as HTMLElement)); // what is in it
    });
    expect(chooseLyon()).toEqual(['chosen']);
    expect(chosen()).toEqual(['LYON']);
    expect(heard).not.toHaveBeenCalled();
  },
);

test('a list that makes its nodes anew as the mouse goes down gets no click on those that are gone', () => {
  const clicks = vi.fn();
  const draw = (choice: number) => {
    document.body.replaceChildren();
    const options = widget('option', 'aria-selected', () => null);
    setOnly(options, 'aria-selected', choice);
    options.forEach((option, index) => {
      option.addEventListener('mousedown', () => draw(index));
      option.addEventListener('click', clicks);
    });
  };
  draw(-1);
  expect(chooseLyon().at(-1)).toBe('chosen');
  expect(clicks).not.toHaveBeenCalled();
});

test('a widget that sends by a click and by Space, and shows it elsewhere, gets no Space', () => {
  const options = widget('option', 'aria-selected', () => '0');
  const sent = vi.fn(() => document.body.classList.add('busy'));
  options[1]?.addEventListener('click', sent);
  options[1]?.addEventListener('keydown', sent);
  expect(chooseLyon(100, []).at(-1)).toBe('failed');
  document.body.classList.remove('busy');
  expect(sent).toHaveBeenCalledTimes(1);
});

test.each(['a widget', 'a list'])(
  '%s that sends by Space, and shows it elsewhere, gets one Space',
  (which) => {
    const options = widget('option', 'aria-selected', () => (which === 'a list' ? null : '0'));
    const list = options[0]?.parentElement;
    list?.setAttribute('aria-activedescendant', 'option-1');
    const sent = vi.fn(() => document.body.classList.add('busy'));
    list?.addEventListener('keydown', sent);
    expect(chooseLyon(100, []).at(-1)).toBe('failed');
    document.body.classList.remove('busy');
    expect(sent).toHaveBeenCalledTimes(1);
  },
);

test('a widget that follows nothing is given up, with nothing chosen', () => {
  const options = widget('radio', 'aria-checked', () => '0');
  const keys: string[] = [];
  for (const option of options) option.addEventListener('keydown', ({ key }) => keys.push(key));
  expect(chooseLyon(100, []).at(-1)).toBe('failed');
  expect(chosen()).toEqual([]);
  expect(keys).toEqual([' ']);
});
