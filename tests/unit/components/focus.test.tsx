// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { OptionsApp } from '../../../components/options-app.tsx';
import { PopupApp } from '../../../components/popup-app.tsx';
import type { SettingsStore } from '../../../components/use-settings.ts';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import type { SiteAccess } from '../../../lib/site-access.ts';
import { ACCESS } from './given-access.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, press, settled, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

const OFFERS = [
  { account: null, question: 'Ville ?' },
  { account: 'dupont', question: 'Mois ?' },
];

test.each([
  ['the first run', { vault: 'absent' }, 'J’ai compris', 'reponses', 'Réponses'],
  ['a new start', { vault: 'unavailable', problem: 'vault-damaged' }, 'Tout effacer', 'reponses', 'Réponses'],
  ['a passphrase that is set', {}, 'Protéger par une phrase secrète', 'reglages', 'Phrase secrète'],
  [
    'one that is removed',
    { method: 'passphrase' },
    'Enlever la phrase secrète',
    'reglages',
    'Phrase secrète',
  ],
  [
    'one that is changed',
    { method: 'passphrase' },
    'Changer la phrase secrète',
    'reglages',
    'Phrase secrète',
  ],
  ['the lock in the settings', { method: 'passphrase' }, 'Verrouiller maintenant', 'reglages', 'Réglages'],
  ['an account that was deleted', {}, 'Supprimer ce compte', 'comptes', 'Comptes'],
])('after %s the focus is on a heading', async (_, before, name, section, heading) => {
  const { body } = await tab(before, section);
  for (const field of body.querySelectorAll<HTMLInputElement>('input.passphrase'))
    await type(field, 'trois petits chats gris');
  await pressFocused(body, name);
  expect(document.activeElement?.textContent).toBe(heading);
  expect(document.activeElement?.tagName).toBe('H2');
});

test('after an account was given another name the focus is on the heading', async () => {
  const { body } = await tab({}, 'comptes');
  await type(the<HTMLInputElement>(body, '.row input'), 'martin');
  await pressFocused(body, 'Renommer');
  expect(document.activeElement?.textContent).toBe('Comptes');
});

test('where records cannot be read, a new start leaves the focus on the heading of the answers', async () => {
  const { body } = await tab({}, 'reponses', { damaged: 1 });
  await pressFocused(the(body, '#reponses ~ .panel'), 'Tout effacer');
  expect(body.textContent).not.toContain('Secours');
  expect(document.activeElement?.textContent).toBe('Réponses');
});

test('what its owner is at keeps the focus when the vault is locked', async () => {
  const { body, replies, changeLock } = await tab({ method: 'passphrase' }, 'reglages');
  const radio = the<HTMLInputElement>(body, 'input[type=radio]');
  radio.focus();
  replies.status = { ...STATUS, vault: 'locked', method: 'passphrase' };
  await changeLock();
  expect(document.activeElement?.id).toBe(radio.id);
});

test('access that was given back leaves the focus on the heading of the section', async () => {
  const { body } = await tab({}, 'reponses', {}, { ...ACCESS, has: async () => false });
  await pressFocused(body, 'Autoriser l’accès');
  expect(document.activeElement?.textContent).toBe('Réponses');
});

test('says what became of an answer of another tab, and leaves the focus on what is next', async () => {
  const replies = { status: { ...STATUS, offers: OFFERS }, draft: null, list: listed(), decide: STATUS };
  const body = await popup(replies);
  replies.status = { ...STATUS, offers: OFFERS.slice(1) };
  await pressFocused(body, 'Jamais pour cette question');
  expect(the(body, '.notice [role=status]').textContent).toContain('Aucune réponse à cette question');
  expect(document.activeElement?.textContent).toBe('Retenir la réponse acceptée\u202f?');
  replies.status = STATUS;
  await pressFocused(body, 'Enregistrer');
  expect(the(body, '.notice [role=status]').textContent).toContain('Elle est retenue');
  expect(document.activeElement?.textContent).toBe('Question sur cette page');
});

test('says that an accepted answer is not remembered before the vault is unlocked', async () => {
  const locked = { ...STATUS, vault: 'locked' as const };
  const replies = { status: { ...locked, offers: OFFERS }, decide: locked };
  const body = await popup(replies);
  await press(body, 'Enregistrer');
  expect(the(body, '.notice [role=status]').textContent).toContain('quand vous aurez déverrouillé');
});

async function pressFocused(body: ParentNode, name: string): Promise<void> {
  [...body.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.focus();
  await press(body, name);
  // Effects come after the next paint.
  await vi.waitFor(() => expect(document.activeElement?.tagName).not.toBe('BODY'));
}

function popup(replies: Record<string, unknown>): Promise<HTMLElement> {
  const asked = async (name: string) => (name in replies ? replies[name] : []);
  const ask = asked as unknown as Ask; // of the shapes that the protocol names
  const Popup = () => <PopupApp vault={useVault(ask, 7)} access={ACCESS} onManage={() => {}} />;
  return mount(<Popup />);
}

/** The tab over a vault that is as `before` says, until a change makes it what it makes of it. */
async function tab(
  before: Partial<typeof STATUS> | object,
  section: string,
  { damaged = 0 } = {},
  access: SiteAccess = ACCESS,
) {
  location.hash = section;
  const dupont = makeQuestion('Ville ?', { account: 'dupont' });
  const replies: Record<string, unknown> = {
    status: { ...STATUS, ...before },
    list: { ...listed(dupont), damaged },
  };
  const after: Record<string, [unknown, unknown?]> = {
    consent: [STATUS],
    startOver: [STATUS, listed()],
    setPassphrase: [{ ...STATUS, method: 'passphrase' }],
    removePassphrase: [STATUS],
    changePassphrase: [{ ...STATUS, method: 'passphrase' }],
    lock: [{ ...STATUS, vault: 'locked', method: 'passphrase' }],
    moveAccount: [STATUS, listed({ ...dupont, account: 'martin' })],
    deleteAccount: [STATUS, listed()],
  };
  const ask = async (name: string) => {
    const [status, list = replies.list] = after[name] ?? [];
    if (status) Object.assign(replies, { status, list });
    if (name === 'moveAccount') return { moved: 1 };
    if (name === 'deleteAccount') return { deleted: 1 };
    return status ?? replies[name] ?? [];
  };
  let told = () => {};
  const onLockChange = (callback: () => void) => {
    told = callback;
    return () => {};
  };
  const read = async () => ({ mode: 'select', lockAfter: 15 });
  const settings = { read, shortcuts: async () => [] } as unknown as SettingsStore; // all that is looked at
  const Tab = () => (
    <OptionsApp
      vault={useVault(ask as unknown as Ask, null, { onLockChange })}
      access={access}
      settings={settings}
    />
  );
  return { body: await mount(<Tab />), replies, changeLock: () => settled(() => told()) };
}
