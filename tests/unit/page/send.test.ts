// @vitest-environment happy-dom
import './show.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { locateChallenge } from '../../../lib/page/locate.ts';
import { send } from '../../../lib/page/send.ts';
import { isSeen } from '../../../lib/page/visible.ts';
import { PROPOSITIONS, QUESTION } from '../../e2e/page-cases.ts';
import { show } from './show.ts';

vi.mock('../../../lib/page/visible.ts', () => ({
  isShown: (element: Element) => !element.hasAttribute('hidden'),
  isSeen: vi.fn(() => true),
  isInSight: () => true,
}));

const ROWS = PROPOSITIONS.map((text) => `<label><input type=radio name=r>${text}</label>`).join('');
const ASKED = `<h3>${QUESTION}</h3>${ROWS}`;
const CLOSE = '<button class=close>×</button>';

afterEach(() => {
  vi.mocked(isSeen).mockReset();
});

/** Chooses LYON on the page, sends it, and returns what was pressed for that. */
function sent(markup: string): string[] {
  show(markup);
  const pressed: string[] = [];
  for (const button of document.querySelectorAll<HTMLElement>('button, input[type=submit]'))
    button.addEventListener('click', (event) => {
      event.preventDefault();
      pressed.push(button.textContent || button.getAttribute('value') || '');
    });
  const located = locateChallenge(document, { question: QUESTION, propositions: PROPOSITIONS });
  const option = located?.options.get('LYON');
  option?.choose?.(0);
  const isSent = located && option && send(located, option);
  expect(isSent).toBe(pressed.length > 0);
  return pressed;
}

it.each([
  ['in a form', `<form>${ASKED}<button type=submit>Valider</button></form>`],
  ['without a form', `<div role=dialog>${ASKED}<button type=submit>Valider</button></div>`],
  ['that is a field', `<form>${ASKED}<input type=submit value=Valider></form>`],
  ['without a type, in a form', `<form>${ASKED}<button>Valider</button></form>`],
  [
    'around the question’s own part',
    `<form><div>${ASKED}</div><footer><button>Valider</button></footer></form>`,
  ],
  [
    'in a form with the options alone',
    `<div role=dialog><h3>${QUESTION}</h3><form>${ROWS}<button>Valider</button></form></div>`,
  ],
  [
    'beside one that closes the dialog, by a form of its own',
    `<dialog open><form method=dialog>${CLOSE}</form><form>${ASKED}<button>Valider</button></form></dialog>`,
  ],
  [
    'in the dialog around its form',
    `<div role=dialog>${CLOSE}<form id=f>${ASKED}</form><button type=submit form=f>Valider</button></div>`,
  ],
  [
    'beside a button of no form, which sends nothing',
    `<div role=dialog><div>${ASKED}<button>?</button></div><button type=submit>Valider</button></div>`,
  ],
  [
    'beside a dialog’s own buttons',
    `<div role=dialog><button type=button>×</button><form>${ASKED}<button type=button>Annuler</button><button type=submit>Valider</button></form></div>`,
  ],
  [
    'while others are hidden',
    `<form>${ASKED}<button hidden>Suivant</button><button type=button hidden>?</button><button>Valider</button></form>`,
  ],
])('the one button that sends is pressed: %s', (_, markup) => {
  expect(sent(markup)).toEqual(['Valider']);
});

it.each([
  [
    'what closes a dialog, where what sends has no such type',
    `<div role=dialog>${CLOSE}${ASKED}<button type=button>Valider</button></div>`,
  ],
  ['a button of no form', `<div role=dialog>${ASKED}<button>Valider</button></div>`],
  [
    'a button without a type, beside one that may be what sends',
    `<form>${CLOSE}${ASKED}<button type=button>Valider</button></form>`,
  ],
  [
    'a button within the question, with another further out',
    `<form><div>${ASKED}<button>Je ne sais pas</button></div><button>Valider</button></form>`,
  ],
  ['one of two', `<form>${ASKED}<button>Valider</button><button type=submit>Passer</button></form>`],
  [
    'a button outside the question’s dialog',
    `<form><button type=submit>Rechercher</button></form><div role=dialog>${ASKED}<button type=button>Valider</button></div>`,
  ],
  [
    'the page’s search',
    `<form><button type=submit>Rechercher</button></form><main>${ASKED}<button type=button>Valider</button></main>`,
  ],
  [
    'a button of no form, outside the question',
    `<header><button type=submit>Rechercher</button></header><main>${ASKED}<button type=button>Valider</button></main>`,
  ],
  [
    'what closes a dialog, by a form of its own',
    `<dialog open><form method=dialog>${CLOSE}</form>${ASKED}<button type=button>Valider</button></dialog>`,
  ],
  [
    'what logs out, by a form of its own in the dialog',
    `<div role=dialog><form id=out></form>${ASKED}<button type=button>Valider</button><button type=submit form=out>Se déconnecter</button></div>`,
  ],
  ['the login’s', `<form>${ASKED}<input type=password><button>Connexion</button></form>`],
  ['a disabled one', `<form>${ASKED}<button type=submit disabled>Valider</button></form>`],
])('nothing is pressed where it may be %s', (_, markup) => {
  expect(sent(markup)).toEqual([]);
});

const WITH_BUTTON = `<form>${ASKED}<button type=submit>Valider</button></form>`;
const IN_BUTTONS = `<h3>${QUESTION}</h3>${PROPOSITIONS.map((text) => `<p><button type=button>${text}</button></p>`).join('')}`;
const isLyon = (element: Element) => element.textContent === 'LYON';

it('an option that sends by itself is pressed where it is seen, and not elsewhere', () => {
  expect(sent(IN_BUTTONS)).toEqual(['LYON']);
  vi.mocked(isSeen).mockImplementation((element) => !isLyon(element));
  expect(sent(IN_BUTTONS)).toEqual([]);
});

it.each([
  ['a button', '<button type=submit>Valider</button>'],
  ['one of several buttons', '<button type=submit>Valider</button><button>Passer</button>'],
])(
  'an option that is a button only chooses where %s sends, and is not taken for what sends',
  (_, buttons) => {
    expect(sent(`<form>${IN_BUTTONS}${buttons}</form>`)).toEqual([]);
    expect(sent(`<form>${IN_BUTTONS}<button type=button>Annuler</button></form>`)).toEqual(['LYON']);
  },
);

it.each<[string, (element: Element) => boolean]>([
  ['what would be sent', (element) => !isLyon(element)],
  ['what sends', (element) => isLyon(element)],
])('nothing is pressed where its owner does not see %s', (_, sees) => {
  vi.mocked(isSeen).mockImplementation(sees);
  expect(sent(WITH_BUTTON)).toEqual([]);
});

it('nothing is pressed where to see the button takes the answer out of sight', () => {
  let isScrolled = false;
  vi.mocked(isSeen).mockImplementation((element) => {
    if (!isLyon(element)) isScrolled = true;
    return !isLyon(element) || !isScrolled;
  });
  expect(sent(WITH_BUTTON)).toEqual([]);
});
