// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { speak } from '../../../components/i18n.ts';
import { PopupApp } from '../../../components/popup-app.tsx';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import { CodedError, type ErrorCode } from '../../../lib/errors.ts';
import type { TabReport } from '../../../lib/messages.ts';
import { ACCESS } from './given-access.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

afterEach(async () => {
  vi.useRealTimers();
  await speak('browser');
});

const question = makeQuestion('Ville ?', { id: 'a', standings: ['confirmed'] });
const report: TabReport = {
  question: 'Ville ?',
  account: null,
  advice: { kind: 'answer', proposition: 'PARIS', confirmed: true, candidates: [], refused: [] },
  step: 'selected',
  code: null,
  remembered: false,
  waits: false,
  asks: false,
  trouble: null,
  mode: 'select',
  at: 0,
};

test('offers to begin on the first run, and asks for no list', async () => {
  const onManage = vi.fn();
  const { body, ask } = await popup({ status: { ...STATUS, vault: 'absent' } }, onManage);
  await press(body, 'Commencer');
  expect(onManage).toHaveBeenCalledOnce();
  expect(ask).not.toHaveBeenCalledWith('list', {});
});

test('says that a page without a question has none', async () => {
  const { body } = await popup({ status: STATUS });
  expect(the(body, '.card').textContent).toContain('Aucune question sur cette page');
});

test.each([
  [{}, 'Réponse sélectionnée', 'a déjà accepté'],
  [
    {
      step: 'marked',
      advice: { kind: 'candidates', candidates: ['A'], doubt: 'school-year', refused: ['B'] },
    },
    'Signalé',
    'avant la rentrée',
  ],
  [{ step: 'advised', advice: { kind: 'unknown', refused: [] } }, 'Rien n’a été fait', 'Répondez à la main'],
  [{ step: 'accepted', remembered: true }, 'acceptée', 'est retenue'],
  [{ step: 'accepted', remembered: false }, 'acceptée', 'n’a pas été retenue'],
  [{ step: 'refused', code: 550 }, 'code 550', 'bloquent le compte'],
] satisfies [Partial<TabReport>, string, string][])(
  'says what was done and why: %j',
  async (change, done, why) => {
    const { body } = await popup({ status: { ...STATUS, tab: { ...report, ...change } } });
    expect(the(body, '.step').textContent).toContain(done);
    expect(the(body, '.card').textContent).toContain(why);
    expect(body.textContent).not.toContain('PARIS');
  },
);

test('offers to take a deletion back, and reads the list again', async () => {
  const { body, ask } = await popup({
    status: STATUS,
    list: listed(question),
    delete: { deleted: 1 },
    undo: { restored: 1 },
  });
  const now = vi.spyOn(Date, 'now').mockReturnValue(2_000);
  await press(body, 'Supprimer');
  expect(ask).toHaveBeenCalledWith('delete', { ids: ['a'] });
  expect(the(body, '.notice [role=status]').textContent).toBe('1 question supprimée.');
  now.mockRestore();
  await press(body, 'Annuler');
  // What another window changed since is not its to take back.
  expect(ask).toHaveBeenCalledWith('undo', { by: 2_000 });
  expect(the(body, '.notice').textContent).toContain('C’est annulé.');
});

test('offers in English to undo what was done, not to cancel it', async () => {
  await speak('en');
  const { body } = await popup({ status: STATUS, list: listed(question), delete: { deleted: 1 } });
  await press(body, 'Delete');
  expect(the(body, '.notice button').textContent).toBe('Undo');
});

test.each([
  [{ step: 'moved-on', remembered: true }, 'est retenue', 'Répondez à la main'],
  [{ step: 'moved-on' }, 'n’a pas été retenue', 'Répondez à la main'],
  [{ step: 'refused', code: 550, waits: true }, 'Ce refus sera retenu', 'acceptée'],
  [{ step: 'advised', advice: { kind: 'locked' } }, 'Déverrouillez-les', 'Ouvrez Mémo'],
  [{ step: 'advised', advice: { kind: 'silent' } }, 'Autorisez-la de nouveau', 'Ouvrez-le'],
  [{ step: 'advised', advice: { kind: 'unavailable' } }, 'pas être lues', 'Ouvrez Mémo'],
] satisfies [Partial<TabReport>, string, string][])(
  'says what became of it, in words for the popup: %j',
  async (change, said, unsaid) => {
    const unknown: TabReport = { ...report, advice: { kind: 'unknown', refused: [] } };
    const trouble = change.step === 'refused' ? ({ kind: 'refused', code: 550 } as const) : null;
    const { body } = await popup({ status: { ...STATUS, tab: { ...unknown, trouble, ...change } } });
    expect(the(body, '.card').textContent).toContain(said);
    expect(the(body, '.card').textContent).not.toContain(unsaid);
  },
);

test('a button that is pressed twice asks once, and its change can be taken back', async () => {
  const { body, ask } = await popup({ status: STATUS, list: listed(question), delete: { deleted: 1 } });
  await settled(() => {
    const button = [...body.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Supprimer',
    );
    button?.click();
    button?.click();
  });
  expect(ask.mock.calls.filter(([name]) => name === 'delete')).toHaveLength(1);
  expect(the(body, '.notice button').textContent).toBe('Annuler');
  await press(body, 'Supprimer');
  expect(ask.mock.calls.filter(([name]) => name === 'delete')).toHaveLength(2);
});

test('offers to take nothing back where nothing was deleted', async () => {
  const { body } = await popup({ status: STATUS, list: listed(question), delete: { deleted: 0 } });
  await press(body, 'Supprimer');
  expect(the(body, '.notice [role=status]').textContent).toBe('Aucune question supprimée.');
  expect(the(body, '.notice button').textContent).not.toBe('Annuler');
});

test('keeps the offer to take back for at least ten seconds', async () => {
  vi.useFakeTimers();
  const { body } = await popup({ status: STATUS, list: listed(question), delete: { deleted: 1 } });
  await press(body, 'Supprimer');
  await settled(() => vi.advanceTimersByTime(10_000));
  expect(the(body, '.notice button').textContent).toBe('Annuler');
  await settled(() => vi.advanceTimersByTime(50_000));
  expect(body.querySelector('.notice button')).toBeNull();
});

test('says in an alert what an error means, and keeps the list', async () => {
  const { body } = await popup({ status: STATUS, list: listed(question), reveal: 'record-damaged' });
  await press(body, 'Afficher');
  expect(the(body, '[role=alert]').textContent).toContain('abîmé');
  expect(the(body, '.row').textContent).toContain('Ville ?');
});

test('tells a store that cannot be read from an empty one', async () => {
  const { body } = await popup({ status: { ...STATUS, vault: 'unavailable', problem: 'vault-key-lost' } });
  expect(the(body, '[role=alert]').textContent).toContain('«\u00a0Repartir de zéro\u00a0»');
  expect(body.textContent).not.toContain('Rien d’enregistré');
});

test('leads to where a passphrase is chosen where only that is possible, and alarms nobody', async () => {
  const onManage = vi.fn();
  const refused = { ...STATUS, vault: 'unavailable', problem: 'storage-refused' };
  const { body } = await popup({ status: refused }, onManage);
  expect(body.querySelector('[role=alert]')).toBeNull();
  expect(body.textContent).toContain('avec une phrase secrète');
  await press(body, 'En choisir une');
  expect(onManage).toHaveBeenCalledOnce();
});

test('says that damaged records are kept', async () => {
  const { body } = await popup({ status: STATUS, list: { ...listed(question), damaged: 2 } });
  expect(body.textContent).toContain('2 enregistrements sont illisibles');
});

test.each([
  ['every record is damaged', { status: STATUS, list: { ...listed(), damaged: 2 } }, '2 enregistrements'],
  ['the list cannot be read', { status: STATUS, list: 'internal' }, 'pas fonctionné'],
])('does not say that nothing is remembered when %s', async (_, replies, said) => {
  const { body } = await popup(replies);
  expect(body.textContent).toContain(said);
  expect(body.textContent).not.toContain('Rien d’enregistré');
});

test('says that nothing is remembered where nothing is', async () => {
  const { body } = await popup({ status: STATUS, list: listed() });
  expect(body.textContent).toContain('Rien d’enregistré');
});

test('keeps what is being added though the form of another question is closed', async () => {
  const { body, ask } = await popup({
    status: STATUS,
    list: listed(question),
    reveal: [{ text: 'PARIS', standing: 'declared', addedAt: 0 }],
  });
  await press(body, 'Ajouter une question');
  await type(the(body, '.editor textarea'), 'Mois ?');
  await press(body, 'Modifier');
  await type(the(body, '.row .editor textarea'), 'Ville natale ?');
  const keeping = (text: string) => ({
    draft: { query: '', editing: expect.objectContaining({ question: text }) },
  });
  expect(ask).toHaveBeenLastCalledWith('keepDraft', keeping('Ville natale ?'));
  await press(the(body, '.row'), 'Annuler');
  expect(ask).toHaveBeenLastCalledWith('keepDraft', keeping('Mois ?'));
  await press(body, 'Annuler');
  expect(ask).toHaveBeenLastCalledWith('keepDraft', { draft: null });
});

test('closes on Esc what is open over the list, one after the other, before the window', async () => {
  const { body } = await popup({
    status: STATUS,
    list: listed(question),
    reveal: [{ text: 'PARIS', standing: 'declared', addedAt: 0 }],
    delete: { deleted: 1 },
  });
  await press(body, 'Supprimer');
  await press(body, 'Afficher');
  the(body, '.search').focus();
  expect(await pressEscape()).toBe(true);
  expect(await pressEscape()).toBe(true);
  expect(body.querySelector('.row-answers, .notice-shown')).toBeNull();
  expect(await pressEscape()).toBe(false);
});

/** Presses Esc; returns whether it was taken, so that the browser leaves the window open. */
async function pressEscape(): Promise<boolean> {
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  await settled(() => document.activeElement?.dispatchEvent(key));
  return key.defaultPrevented;
}

async function popup(given: Record<string, unknown>, onManage = () => {}) {
  const replies: Record<string, unknown> = { draft: null, list: listed(), ...given };
  const asked = vi.fn(async (name: string, _request: unknown) => {
    const reply = name in replies ? replies[name] : [];
    if (typeof reply === 'string') throw new CodedError(reply as ErrorCode); // written as a code above
    return reply;
  });
  const ask = asked as unknown as Ask; // the replies above are of the shapes that the protocol names
  const Popup = () => <PopupApp vault={useVault(ask, 7)} access={ACCESS} onManage={onManage} />;
  const body = await mount(<Popup />);
  return { body, ask: asked };
}
