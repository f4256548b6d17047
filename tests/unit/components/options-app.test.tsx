// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { CodedError } from '../../../lib/errors.ts';
import { options, questions } from './given-options.tsx';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { press, settled, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));
vi.mock('wxt/browser', () => ({ browser: { storage: { session: { remove: async () => {} } } } }));

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

test('offers to remove the passphrase only where the answers can be without', async () => {
  const status = { ...STATUS, method: 'passphrase' };
  const { body } = await options({ status }, 'reglages');
  expect(body.textContent).toContain('Enlever la phrase secrète');
  await options({ status: { ...status, place: 'mirror' } }, 'reglages');
  expect(body.textContent).toContain('Changer la phrase secrète');
  expect(body.textContent).not.toMatch(/enlever la phrase secrète/i);
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

async function goTo(address: string): Promise<void> {
  await settled(() => {
    location.hash = address;
    window.dispatchEvent(new Event('hashchange'));
  });
}

function shownSections(body: HTMLElement): string[] {
  return [...body.querySelectorAll('section[id]:not(#phrase)')].map(({ id }) => id);
}
