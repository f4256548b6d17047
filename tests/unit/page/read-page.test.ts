// @vitest-environment happy-dom
import './show.ts';
import { expect, it, vi } from 'vitest';
import { locateChallenge } from '../../../lib/page/locate.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { PROPOSITIONS, QUESTION } from '../../e2e/page-cases.ts';
import { show } from './show.ts';

vi.mock('../../../lib/page/visible.ts', () => ({ isShown: () => true, isInSight: () => true }));

const CHALLENGE = { question: QUESTION, propositions: PROPOSITIONS };
const rows = PROPOSITIONS.map((text) => `<label><input type=radio name=r>${text}</label>`).join('');

it.each([
  ['empty', ''],
  ['of spaces alone', '  '],
  ['padded with spaces', ' nothing '],
])('a name that is %s is no name, and nothing is thrown for it', (_, ids) => {
  show(`<button aria-labelledby="${ids}">Menu</button>
    <h3>${QUESTION}</h3><div role=radiogroup aria-labelledby="${ids}">${rows}</div>`);
  expect(locateChallenge(document, CHALLENGE)?.options.size).toBe(3);
  expect(readPage(document)).toEqual(CHALLENGE);
});

it.each([
  ['around question and options', `<form><h3>${QUESTION}</h3>${rows}<input name=getRootNode></form>`],
  [
    'around the options',
    `<h3>${QUESTION}</h3><form aria-labelledby=nothing>${rows}<input name=getRootNode></form>`,
  ],
])('a field called getRootNode hides nothing of a form %s', (_, markup) => {
  show(markup);
  const [form] = document.forms;
  // As a browser has it, and happy-dom has not.
  Object.assign(form ?? {}, { getRootNode: form?.elements.namedItem('getRootNode') });
  expect(locateChallenge(document, CHALLENGE)?.options.size).toBe(3);
  expect(readPage(document)).toEqual(CHALLENGE);
});

it('options in a shadow root belong to the question before their host', () => {
  const inShadow = `<x-a><template shadowrootmode=open>${rows}</template></x-a>`;
  show(`<div role=dialog><h3>${QUESTION}</h3>${inShadow}</div>`);
  expect(readPage(document)).toEqual(CHALLENGE);
  show(`<div role=dialog>${inShadow}<h3>${QUESTION}</h3></div>`);
  expect(readPage(document)).toBeNull();
});

it('a yes or no is none of the questions that EcoleDirecte asks', () => {
  const [yes, no] = ['Oui', 'Non'].map((text) => `<label><input type=radio name=r>${text}</label>`);
  show(`<div role=dialog><h3>Faire confiance à cet appareil ?</h3>${yes}${no}</div>`);
  expect(readPage(document)).toBeNull();
});
