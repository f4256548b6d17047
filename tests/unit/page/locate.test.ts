// @vitest-environment happy-dom
import './show.ts';
import { expect, it, vi } from 'vitest';
import { locateChallenge } from '../../../lib/page/locate.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { HONEST, HOSTILE, PROPOSITIONS, QUESTION } from '../../e2e/page-cases.ts';
import { show } from './show.ts';

vi.mock('../../../lib/page/visible.ts', () => ({
  isShown: (element: Element) => !element.hasAttribute('hidden'),
  isInSight: () => true,
}));

const each = (row: (text: string) => string) => PROPOSITIONS.map(row).join('');
const rows = (name = 'r') => each((text) => `<label><input type=radio name=${name}>${text}</label>`);
const asked = (inner: string) => `<div role=dialog><h3>${QUESTION}</h3>${inner}</div>`;
const set = (legend: string) => `<fieldset><legend>${legend}</legend>${rows()}</fieldset>`;
const slotted = (text: string) =>
  `<my-radio><template shadowrootmode=open><label><input type=radio name=r><slot></slot></label></template>${text}</my-radio>`;

function locate(markup: string) {
  show(markup);
  return locateChallenge(document, { question: QUESTION, propositions: PROPOSITIONS });
}

const LOCATED: Record<string, string> = {
  'a set that is called answers': asked(set('Réponses')),
  'a set that says what to do': asked(set('Choisissez votre réponse :')),
  'a set that says politely what to do': asked(set('Veuillez choisir une réponse')),
  'a set that says which one to take': asked(set('Sélectionnez la bonne réponse :')),
  'a set that is called proposed answers': asked(set('Réponses proposées')),
  'a set that is called what is asked for': asked(set('Ville')),
  'a set that repeats the question': asked(set(QUESTION)),
  'a group that is called a security question': asked(
    `<div role=radiogroup aria-label="Question de sécurité">${rows()}</div>`,
  ),
  'options that are headings': asked(
    `<div>${each((text) => `<label><input type=radio name=r><h5>${text}</h5></label>`)}</div>`,
  ),
  'a list of buttons': asked(
    `<ul role=listbox>${each((text) => `<li role=option><button>${text}</button></li>`)}</ul>`,
  ),
  'a list of radio buttons': asked(
    `<ul role=listbox>${each((text) => `<li role=option><input type=radio name=r id=${text}><label for=${text}>${text}</label></li>`)}</ul>`,
  ),
  'widgets that hold the radio buttons they stand for': asked(
    each((text) => `<div role=radio aria-checked=false>${text}<input type=radio name=r hidden></div>`),
  ),
  'a dialog with its header outside the content': `<div class=modal><div class=modal-header><h3>${QUESTION}</h3></div><div class=modal-content>${rows()}</div></div>`,
  'the content of a dialog': `<div class=modal role=dialog><div class=modal-content><h3>${QUESTION}</h3>${rows()}</div></div>`,
  'radio buttons with their texts in a slot': asked(each(slotted)),
};

it.each(Object.entries(LOCATED))('found: %s', (_, markup) => {
  const found = locate(markup);
  expect([...(found?.options ?? [])].map(([text, option]) => [text, option.text])).toEqual(
    PROPOSITIONS.map((text) => [text, text]),
  );
});

it.each(Object.entries(LOCATED).filter(([name]) => name !== 'a set that repeats the question'))(
  'read without being told: %s',
  (_, markup) => {
    show(markup);
    expect(readPage(document)).toEqual({ question: QUESTION, propositions: PROPOSITIONS });
  },
);

it('a radio button with its text in a slot is marked at that text, not at what is around all of them', () => {
  const found = locate(asked(each(slotted)));
  expect(found?.options.get('LYON')?.label.localName).toBe('my-radio');
});

it.each([
  ['a button', '<button type=button>LYON</button>'],
  ['an option of a list', '<select><option>LYON</option></select>'],
  ['a widget', '<span role=option>LYON</span>'],
])('%s is not taken for the radio button that says more than the proposition', (_, other) => {
  expect(locate(asked(`${rows().replace('LYON', 'LYON (69)')}${other}`))).toBeNull();
});

it('a list of which several may be chosen is none of options that exclude each other', () => {
  const list = (kind: string) =>
    asked(`<select ${kind}>${each((text) => `<option>${text}</option>`)}</select>`);
  expect(locate(list('multiple'))).toBeNull();
  expect(readPage(document)).toBeNull();
  expect(locate(list('size=5'))).not.toBeNull();
});

it.each([
  ['before', (text: string) => `<span>${text}</span><input type=radio name=r>`],
  ['behind', (text: string) => `<input type=radio name=r><span>${text}</span>`],
])(
  'a text %s a radio button, with nothing to say which it belongs to, is not taken for its own',
  (_, row) => {
    const inLine = asked(`<p>${['METZ', ...PROPOSITIONS].map(row).join('')}</p>`);
    expect(locate(inLine)).toBeNull();
    expect(readPage(document)).toBeNull();
  },
);

it.each([
  ['a survey', set('Sondage')],
  ['another question', set('Ville préférée ?')],
  ['a filter', `<div role=radiogroup aria-label=Filtrer>${rows()}</div>`],
  [
    'a heading beside headings for options',
    `<div><h4>Sondage</h4>${each((text) => `<label><input type=radio name=r><h5>${text}</h5></label>`)}</div>`,
  ],
  ['a table', `<table><caption>Sondage</caption><tr><td>${rows()}</table>`],
  ['a name that only begins alike', set('Choisissez votre ville')],
])('not found while the options may be those of something else: %s', (_, markup) => {
  expect(locate(asked(markup))).toBeNull();
  expect(locate(`<p>${QUESTION}</p>${markup}`)).toBeNull();
});

it.each([
  ['options', rows()],
  ['a set of answers', set('Réponses')],
])('a text that asks something else, nearer to the options, leaves a doubt: %s', (_, markup) => {
  expect(locate(asked(`<h4>Question 1 sur 1</h4>${markup}`))).not.toBeNull();
  expect(locate(asked(`<h3>Quelle est la ville de Léa ?</h3>${markup}`))).toBeNull();
  expect(locate(asked(`<h3>${QUESTION}</h3>${markup}`))).not.toBeNull();
  for (const tag of ['p', 'div', 'span'])
    expect(locate(asked(`<${tag}>Quelle est la ville de <b>Léa ?</b></${tag}>${markup}`))).toBeNull();
  expect(locate(asked(`${markup}<h4>Besoin d’aide ?</h4>`))).not.toBeNull();
  expect(locate(asked(`<div><div>${markup}</div><p>Besoin d’aide ?</p></div>`))).not.toBeNull();
});

it.each([
  ['a link', '<p>Question obligatoire. <a href=#>Pourquoi cette question ?</a></p>'],
  ['a button', '<button type=button><b>Pourquoi cette question ?</b></button>'],
  ['the question again', `<p>${QUESTION}</p>`],
  ['a part of it', '<p>Quelle <b>ville ?</b></p>'],
])('%s between question and options asks nothing else', (_, between) => {
  expect(locate(`<main><h3>Quelle <b>ville ?</b></h3>${between}${rows()}</main>`)).not.toBeNull();
});

const list = (...texts: string[]) =>
  `<select id=f><option value="">Toutes</option>${texts.map((text) => `<option>${text}</option>`).join('')}</select>`;

it('a list of another name is not taken for the one that is still to come', () => {
  const named = (name: string) => `<label for=f>${name}</label>${list(...PROPOSITIONS)}`;
  expect(locate(`<p>${QUESTION}</p>${named('Filtrer par ville')}`)).toBeNull();
  expect(locate(asked(named('Filtrer par ville')))).toBeNull();
  expect(locate(asked(named('Votre réponse')))).not.toBeNull();
  expect(locate(asked(named(QUESTION)))).not.toBeNull();
});

it('what holds the propositions among others is not taken for the options that are still to come', () => {
  const others = [...PROPOSITIONS, 'METZ', 'TOURS'];
  const radios = others.map((text) => `<label><input type=radio name=r>${text}</label>`).join('');
  expect(locate(asked(list(...others)))).toBeNull();
  expect(locate(asked(radios))).toBeNull();
  expect(locate(asked(list('Choisissez…', ...PROPOSITIONS)))).not.toBeNull();
  expect(locate(asked(`<label>Réponse ${list(...PROPOSITIONS)}</label>`))).not.toBeNull();
});

it('a name that says nothing counts as none, and so not for a question that comes after it', () => {
  expect(locate(`<p>${QUESTION}</p><form>${set('Votre choix')}</form>`)).not.toBeNull();
  expect(locate(`<form>${set('Votre choix')}</form><p>${QUESTION}</p>`)).toBeNull();
});

it('contents that are laid over each other in one dialog are as many dialogs', () => {
  const content = (inner: string) => `<div class=modal-content><h3>${QUESTION}</h3>${inner}</div>`;
  expect(locate(`<div class=modal>${content(rows())}${content('…')}</div>`)).toBeNull();
});

it('of two options in each other that say different things neither is left out', () => {
  const list = PROPOSITIONS.map(
    (text, at) => `<li role=option aria-label=${PROPOSITIONS.at(at - 1)}><button>${text}</button></li>`,
  );
  expect(locate(asked(`<ul role=listbox>${list.join('')}</ul>`))).toBeNull();
});

/** Those that do not depend on what is to be seen, nor on frames, which happy-dom has not as browsers do. */
const DOUBTFUL = [
  'the options of a survey with the same question, while the dialog has none',
  'the options of a survey, while the question has none',
  'the options of a filter, while the question has none',
  'the options of a survey, while the question of its dialog has none',
  'each proposition twice',
  'two dialogs side by side',
  'two labels that contradict each other',
  'a proposition that is not there',
];

it.each(DOUBTFUL)('not found: %s', (name) => {
  expect(locate(HOSTILE[name] ?? '')).toBeNull();
});

it.each(Object.entries(HONEST).filter(([name]) => !/frame|over another/.test(name)))(
  'found: %s',
  (_, markup) => {
    expect(locate(markup)?.options.size).toBe(3);
  },
);
