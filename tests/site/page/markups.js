// How the stand-in may show the propositions of a question, one function a markup. Each is given the propositions, which
// one is chosen, what to call when a person chooses one, and what to call to send it; it returns nodes.
import { ariaClick, ariaKeys } from './aria.js';
import { h } from './h.js';

export const markups = {
  beside: (given) => rows(given, (text, id) => h('label', { class: 'form-check-label', for: id }, text)),

  around: ({ propositions, choice, choose }) =>
    propositions.map(({ text, encoded }) =>
      h(
        'div',
        { class: 'form-check' },
        h('label', {}, radio({ encoded, choice, choose }), h('span', {}, ` ${text} `)),
      ),
    ),

  hidden: (given) =>
    rows(given, (text, id) => h('label', { class: 'pill', for: id }, text), 'visually-hidden'),

  split: (given) =>
    rows(given, (text, id) =>
      h(
        'label',
        { class: 'form-check-label lower', for: id },
        '\n  ',
        h('span', {}, text.slice(0, 2)),
        h('b', {}, text.slice(2).replaceAll(' ', '\u00a0')),
        ' \u00a0\n',
      ),
    ),

  buttons: ({ propositions, submit }) =>
    propositions.map(({ text, encoded }) =>
      h('p', {}, h('button', { type: 'button', class: 'btn', onclick: () => submit(encoded) }, text)),
    ),

  select: ({ propositions, choice, choose }) => [
    h(
      'select',
      { 'aria-label': 'Réponse', onchange: (event) => choose(event.target.value) },
      h('option', { value: '' }, 'Choisissez…'),
      ...propositions.map(({ text, encoded }) =>
        h('option', { value: encoded, selected: choice === encoded }, text),
      ),
    ),
  ],

  ariaRadio: ({ propositions, choice, choose }) => [
    h(
      'div',
      { role: 'radiogroup', 'aria-label': 'Réponses' },
      ...propositions.map(({ text, encoded }, index) => {
        const isChosen = choice === encoded;
        const step = (by) => choose(propositions.at((index + by) % propositions.length).encoded);
        return h(
          'div',
          {
            role: 'radio',
            class: 'widget',
            tabindex: isChosen || (!choice && index === 0) ? '0' : '-1',
            'aria-checked': String(isChosen),
            onclick: () => choose(encoded),
            onkeydown: ({ key }) => {
              if (key === ' ') choose(encoded);
              if (key === 'ArrowDown') step(1);
              if (key === 'ArrowUp') step(-1);
            },
          },
          text,
        );
      }),
    ),
  ],

  // Hears keys alone, as a listbox with an active descendant may.
  ariaOption: ({ propositions, choice, choose }) => {
    const list = h(
      'div',
      { role: 'listbox', tabindex: '0', 'aria-label': 'Réponses', class: 'listbox' },
      ...propositions.map(({ text, encoded }, index) =>
        h(
          'div',
          {
            role: 'option',
            class: 'widget',
            id: `option-${index}`,
            'aria-selected': String(choice === encoded),
          },
          text,
        ),
      ),
    );
    let active = propositions.findIndex(({ encoded }) => encoded === choice);
    // As the pattern has it: the first option is the active one where none is chosen.
    list.addEventListener('focus', () => {
      active = Math.max(active, 0);
      list.setAttribute('aria-activedescendant', `option-${active}`);
    });
    list.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowDown') active = (active + 1) % propositions.length;
      if (key === 'ArrowUp') active = (active + propositions.length - 1) % propositions.length;
      list.setAttribute('aria-activedescendant', `option-${Math.max(active, 0)}`);
      if (key === ' ' && active >= 0) choose(propositions[active].encoded);
    });
    return [list];
  },

  ariaKeys,
  ariaClick,

  shadow: (given) => {
    const host = h('ed-options');
    host.attachShadow({ mode: 'open' }).append(...markups.beside(given));
    return [host];
  },

  frame: (given) => {
    const frame = h('iframe', { title: 'Réponses', width: '380', height: '420' });
    frame.addEventListener('load', () =>
      frame.contentDocument.body.replaceChildren(...markups.beside(given)),
    );
    return [frame];
  },

  // The list is there at once, what is in it comes later.
  late: (given) => {
    const list = h('div', {}, 'Chargement…');
    setTimeout(() => list.replaceChildren(...markups.beside(given)), given.choice ? 0 : 1_500);
    return [list];
  },

  inPage: (given) => markups.beside(given),
  anew: (given) => markups.beside(given),
  decoys: (given) => markups.beside(given),
};

/** Whether a markup's own nodes show what is chosen, so that they need not be made anew. */
export function isKept(markup) {
  return ['select', 'shadow', 'frame', 'ariaKeys', 'ariaClick'].includes(markup);
}

/** The very same texts, asked for something else. */
export function decoys(propositions) {
  const choices = (name) =>
    propositions.map(({ text }, index) =>
      h(
        'p',
        {},
        h('input', { type: 'radio', name, id: `${name}-${index}` }),
        h('label', { for: `${name}-${index}` }, text),
      ),
    );
  return [
    h('form', { id: 'survey' }, h('h2', {}, 'Sondage : votre ville préférée ?'), ...choices('survey')),
    h(
      'select',
      { id: 'filter', 'aria-label': 'Filtrer les établissements' },
      h('option', { value: '' }, 'Toutes les villes'),
      ...propositions.map(({ text }) => h('option', {}, text)),
    ),
    h(
      'section',
      { role: 'dialog', 'aria-label': 'Cookies', id: 'cookies' },
      ...propositions.map(({ text }) => h('button', { type: 'button' }, text)),
    ),
  ];
}

function rows({ propositions, choice, choose }, label, hidden = 'form-check-input') {
  return propositions.map(({ text, encoded }, index) =>
    h(
      'div',
      { class: 'form-check' },
      radio({ encoded, choice, choose, id: `proposition-${index}`, class: hidden }),
      label(text, `proposition-${index}`),
    ),
  );
}

function radio({ encoded, choice, choose, ...props }) {
  return h('input', {
    type: 'radio',
    name: 'proposition',
    value: encoded,
    checked: choice === encoded,
    onchange: (event) => choose(event.target.value),
    ...props,
  });
}
