// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { OptionsApp } from '../../../components/options-app.tsx';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Settings } from '../../../lib/settings.ts';
import { ACCESS } from './given-access.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));
vi.mock('wxt/browser', () => ({ browser: { storage: { session: { remove: async () => {} } } } }));

const questions = [
  makeQuestion('Ville ?', { id: 'a', standings: ['confirmed', 'refused'] }),
  makeQuestion('Mois ?', { id: 'b', account: 'dupont' }),
];

test('shows nothing but the first-run page until the owner has agreed', async () => {
  const replies = { status: { ...STATUS, vault: 'absent' }, consent: STATUS };
  const { body, ask } = await options(replies);
  expect(body.querySelector('#reponses, #reglages, nav')).toBeNull();
  expect(body.textContent).toContain('peut lire vos réponses');
  replies.status = { ...STATUS, vault: 'open' };
  await press(body, 'J’ai compris');
  expect(ask).toHaveBeenCalledWith('consent', {});
  expect(the(body, '#reponses')).toBeTruthy();
});

test('shows the section that the address names, with its link as the current one', async () => {
  const { body } = await options({}, 'journal');
  expect(shownSections(body)).toEqual(['journal']);
  expect(the(body, 'nav [aria-current]').textContent).toBe('Journal');
  expect(document.title).toBe('Journal – Mémo QCM');
});

test('leads by its links to a section each, and the focus to its heading', async () => {
  const { body } = await options();
  const targets = [...body.querySelectorAll('nav a')].map((link) => link.getAttribute('href') ?? '');
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets.reverse()) {
    await goTo(target);
    expect(`#${shownSections(body)[0]}`).toBe(target);
    expect(document.activeElement).toBe(the(body, 'main h2'));
  }
});

test('shows the answers where the address names no section', async () => {
  const { body } = await options({}, 'nulle-part');
  expect(shownSections(body)).toEqual(['reponses']);
  expect(location.hash).toBe('#reponses');
});

test('shows only the answers that are out of date where its address asks for them', async () => {
  const stale = makeQuestion('Quelle est la classe de Léa ?', { id: 'c' });
  const { body } = await options({ list: listed(...questions, stale) }, 'reponses?stale');
  expect(the(body, 'nav [aria-current]').textContent).toBe('Réponses');
  expect([...body.querySelectorAll('.row-question')].map(({ textContent }) => textContent)).toEqual([
    'Quelle est la classe de Léa ?',
  ]);
});

test('keeps to what needs no answers while they are locked', async () => {
  const { body } = await options({ status: { ...STATUS, vault: 'locked', method: 'passphrase' } });
  expect(body.textContent).toContain('Réponses verrouillées');
  expect(shownSections(body)).toEqual([]);
  await goTo('#aide');
  expect(shownSections(body)).toEqual(['aide']);
  expect(body.textContent).not.toContain('Réponses verrouillées');
});

test('hides answers that are locked while they are on the screen, and asks for the passphrase', async () => {
  const replies: Record<string, unknown> = { status: { ...STATUS, method: 'passphrase' } };
  const { body, changeLock } = await options(replies);
  await press(body, 'Afficher');
  expect(body.textContent).toContain('PARIS');
  replies.status = { ...STATUS, vault: 'locked', method: 'passphrase' };
  await changeLock();
  expect(body.textContent).not.toContain('PARIS');
  expect(body.textContent).not.toContain('Ville ?');
  expect(body.textContent).toContain('Réponses verrouillées');
  replies.status = { ...STATUS, method: 'passphrase' };
  await changeLock();
  expect(body.textContent).toContain('Ville ?');
  expect(body.textContent).not.toContain('PARIS');
});

test('asks for the passphrase where something was asked of what is locked by then', async () => {
  const replies: Record<string, unknown> = { status: { ...STATUS, method: 'passphrase' } };
  const { body, ask } = await options(replies);
  replies.status = { ...STATUS, vault: 'locked', method: 'passphrase' };
  ask.mockImplementation(async (name) => {
    if (name === 'status') return replies.status;
    throw new CodedError('vault-locked');
  });
  await press(body, 'Afficher');
  expect(body.textContent).toContain('Réponses verrouillées');
  expect(body.textContent).not.toContain('Ville ?');
});

test('adds a question letter for letter, the preferred answer last', async () => {
  const { body, ask } = await options();
  await press(body, 'Ajouter une question');
  await type(the(body, '.editor textarea'), ' Ville  ?');
  await type(answerField(body, 0), 'LYON');
  await press(body, 'Ajouter une réponse');
  await press(body, 'Ajouter une réponse');
  await type(answerField(body, 2), 'PARIS ');
  await submit(body);
  expect(ask).toHaveBeenCalledWith('save', {
    id: null,
    account: null,
    question: ' Ville  ?',
    answers: ['LYON', 'PARIS '],
  });
});

test('asks for what is missing instead of saving half a question', async () => {
  const { body, ask } = await options();
  await press(body, 'Ajouter une question');
  await submit(body);
  expect(the(body, '.editor [role=alert]').textContent).toContain('au moins une réponse');
  expect(ask).not.toHaveBeenCalledWith('save', expect.anything());
});

test('edits in place without bringing refused answers back', async () => {
  const { body, ask } = await options();
  await press(body, 'Modifier');
  expect(body.querySelectorAll('.answer-fields textarea')).toHaveLength(1);
  expect(answerField(body, 0).value).toBe('PARIS');
  await submit(body);
  expect(ask).toHaveBeenCalledWith('save', {
    id: 'a',
    account: null,
    question: 'Ville ?',
    answers: ['PARIS'],
    seen: ['PARIS'],
  });
});

test('keeps what was typed where its question was changed in another window meanwhile', async () => {
  const { body, ask } = await options({ save: new CodedError('record-changed') });
  await press(body, 'Modifier');
  await type(answerField(body, 0), 'LYON');
  ask.mockClear();
  await submit(body);
  expect(the(body, '[role=alert]').textContent).toContain('a été modifiée ou supprimée entre-temps');
  expect(answerField(body, 0).value).toBe('LYON');
  expect(ask).not.toHaveBeenCalledWith('list', {});
});

test('leaves an edit on Esc as it was', async () => {
  const { body, ask } = await options();
  await press(body, 'Modifier');
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  await settled(() => the(body, '.editor textarea').dispatchEvent(key));
  expect(body.querySelector('.editor')).toBeNull();
  expect(ask).not.toHaveBeenCalledWith('save', expect.anything());
});

test('asks with the count before it deletes everything', async () => {
  const { body, ask } = await options();
  await press(body, 'Tout effacer…');
  expect(the(body, 'dialog').textContent).toContain('2 questions');
  expect(ask).not.toHaveBeenCalledWith('delete', expect.anything());
  await press(body, 'Tout effacer');
  expect(ask).toHaveBeenCalledWith('delete', { ids: null });
});

test('offers to delete everything only once all of it was counted', async () => {
  let giveRest = (_: unknown) => {};
  const rest = new Promise((resolve) => {
    giveRest = resolve;
  });
  const parts = [{ ...listed(...questions), next: 'b' }, rest];
  const { body } = await options({
    get list() {
      return parts.shift();
    },
  });
  expect(body.textContent).toContain('Ville ?');
  expect(body.textContent).not.toContain('Tout effacer');
  await settled(() => giveRest(listed(makeQuestion('Classe ?', { id: 'c' }))));
  await vi.waitFor(() => expect(body.textContent).toContain('Tout effacer'));
  await press(body, 'Tout effacer…');
  expect(the(body, 'dialog').textContent).toContain('3 questions');
});

test('stores the mode that is chosen, and what is done with a new answer', async () => {
  const { body, write } = await options({}, 'reglages');
  const radio = (name: string) =>
    [...body.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
      ({ id }) => body.querySelector(`label[for="${id}"]`)?.textContent === name,
    );
  expect(radio('Sélectionner')?.checked).toBe(true);
  expect(radio('Demander')?.checked).toBe(true);
  await settled(() => radio('Répondre automatiquement')?.click());
  expect(write).toHaveBeenCalledWith({ mode: 'automatic' });
  await settled(() => radio('Retenir sans demander')?.click());
  expect(write).toHaveBeenCalledWith({ remember: 'always' });
});

test('names the keys that the browser has for each command, or says that there are none', async () => {
  const { body } = await options({}, 'reglages');
  expect([...body.querySelectorAll('.shortcuts li')].map((item) => item.textContent)).toEqual([
    'Choisir ma réponse sur la page Alt+Maj+Q',
    'Verrouiller les réponses aucun',
  ]);
});

test.each([
  [true, '1 question copiée.'],
  [false, 'Copie impossible'],
])('copies the text of an export, or says that the browser refused (%s)', async (allowed, said) => {
  let copied = '';
  const write = async ([item]: ClipboardItem[]) => {
    if (!allowed) throw new Error('refused');
    copied = (await (await item?.getType('text/plain'))?.text()) ?? '';
  };
  vi.stubGlobal('navigator', { ...navigator, clipboard: { write } });
  const { body } = await options({ export: [EXPORTED] });
  await goTo('#exporter');
  await settled(() => the<HTMLInputElement>(body, '#exporter input[type=checkbox]').click());
  await press(body, 'Copier le texte');
  expect(the(body, '#exporter [role=status]').textContent).toContain(said);
  expect(copied.includes('"Ville ?"')).toBe(allowed);
  vi.unstubAllGlobals();
});

test('exports without taking back the offer to undo', async () => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const { body, ask } = await options({ export: [EXPORTED] });
  await press(body, 'Supprimer');
  await goTo('#exporter');
  await press(body, 'Télécharger');
  expect(ask).not.toHaveBeenCalledWith('export', expect.anything());
  await settled(() => the<HTMLInputElement>(body, '#exporter input[type=checkbox]').click());
  await press(body, 'Télécharger');
  expect(ask).toHaveBeenCalledWith('export', { account: null, passphrase: null });
  expect(the(body, '#exporter [role=status]').textContent).toBe('1 question exportée.');
  expect(the(body, '.notice button').textContent).toBe('Annuler');
});

test.each([
  [['PARIS', 'LYON'], 'readable', true],
  [['PARIS'], 'readable', false],
  [['PARIS', 'LYON'], 'home-assistant', false],
])(
  'says that accounts differ where %j were accepted, and the form %s has both (%s)',
  async (confirmed, form, isSaid) => {
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { body } = await options({ export: [{ ...EXPORTED, answers: ['PARIS', 'LYON'], confirmed }] });
    await goTo('#exporter');
    const said = '1 question a plusieurs réponses acceptées, selon le compte.';
    await settled(() => the<HTMLInputElement>(body, `#format-${form}`).click());
    await settled(() => the<HTMLInputElement>(body, '#exporter input[type=checkbox]').click());
    expect(the(body, '#exporter').textContent).not.toContain(said);
    await press(body, 'Télécharger');
    expect(the(body, '#exporter').textContent?.includes(said)).toBe(isSaid);
  },
);

const EXPORTED = { question: 'Ville ?', answers: ['PARIS'], confirmed: [], whole: true };

test('tells in the journal what happened, in words', async () => {
  const entry = {
    at: 0,
    kind: 'advice',
    account: 'dupont',
    question: 'Ville ?',
    detail: 'candidates:several',
  };
  const { body } = await options({ journal: [entry] }, 'journal');
  expect(the(body, '#journal li').textContent).toContain('Réponses possibles signalées');
});

test('moves an answer, and takes one out', async () => {
  const { body, ask } = await options({
    reveal: ['A', 'B', 'C'].map((text) => ({ text, standing: 'declared', addedAt: 0 })),
  });
  await press(body, 'Modifier');
  await settled(() => the(body, '[aria-label="Monter la réponse 3"]').click());
  await settled(() => the(body, '[aria-label="Retirer la réponse 1"]').click());
  await submit(body);
  expect(ask).toHaveBeenCalledWith('save', {
    id: 'a',
    account: null,
    question: 'Ville ?',
    answers: ['C', 'B'],
    seen: ['A', 'B', 'C'],
  });
});

function answerField(body: HTMLElement, place: number): HTMLTextAreaElement {
  return the(body, `.answer-fields li:nth-child(${place + 1}) textarea`);
}

async function submit(body: HTMLElement): Promise<void> {
  await settled(() => the<HTMLFormElement>(body, '.editor').requestSubmit());
}

async function goTo(address: string): Promise<void> {
  await settled(() => {
    location.hash = address;
    window.dispatchEvent(new Event('hashchange'));
  });
}

function shownSections(body: HTMLElement): string[] {
  return [...body.querySelectorAll('section[id]:not(#phrase)')].map(({ id }) => id);
}

async function options(given: Record<string, unknown> = {}, section = '') {
  location.hash = section;
  const replies: Record<string, unknown> = {
    status: STATUS,
    list: listed(...questions),
    reveal: [
      { text: 'PARIS', standing: 'confirmed', addedAt: 0 },
      { text: 'LYON', standing: 'refused', addedAt: 0 },
    ],
    save: { id: 'n' },
    delete: { deleted: 2 },
    journal: [],
  };
  const asked = vi.fn(async (name: string, _request: unknown) => {
    const reply = (name in given ? given : replies)[name];
    if (reply instanceof CodedError) throw reply;
    return reply;
  });
  const ask = asked as unknown as Ask; // the replies above are of the shapes that the protocol names
  const write = vi.fn(async (patch: Partial<Settings>) => ({
    mode: 'select' as const,
    remember: 'ask' as const,
    theme: 'auto' as const,
    language: 'browser' as const,
    lockAfter: 15 as const,
    ...patch,
  }));
  const read = async () => ({
    mode: 'select' as const,
    remember: 'ask' as const,
    theme: 'auto' as const,
    language: 'browser' as const,
    lockAfter: 15 as const,
  });
  const shortcuts = async () => [
    { name: 'choose' as const, keys: 'Alt+Maj+Q' },
    { name: 'lock' as const, keys: '' },
  ];
  const settings = { read, write, shortcuts };
  let told = () => {};
  const onLockChange = (callback: () => void) => {
    told = callback;
    return () => {};
  };
  const Options = () => (
    <OptionsApp vault={useVault(ask, null, { onLockChange })} access={ACCESS} settings={settings} />
  );
  return { body: await mount(<Options />), ask: asked, write, changeLock: () => settled(() => told()) };
}
