// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { HelpSection } from '../../../components/help-section.tsx';
import type { Vault } from '../../../components/use-vault.ts';
import type { Diagnosis } from '../../../lib/messages.ts';
import { mount, press, settled, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));
vi.mock('wxt/browser', () => ({ browser: { storage: { session: { remove: async () => {} } } } }));

const WHY = 'Pourquoi\u202f?';
const DIAGNOSIS: Diagnosis = { findings: [{ code: 'noQuestion', count: null }], version: '1' };

afterEach(() => vi.restoreAllMocks());

test('shows the made-up question when asked to, and anew when asked again', async () => {
  const body = await mount(<HelpSection vault={vault(null)} />);
  expect(body.querySelector('input[type=radio]')).toBeNull();
  await press(body, 'Montrer la démonstration');
  expect(
    [...body.querySelectorAll('.demonstration-question label')].map((label) => label.textContent),
  ).toHaveLength(4);
  const first = the(body, '.demonstration-question');
  await press(body, 'Recommencer');
  expect(the(body, '.demonstration-question')).not.toBe(first);
});

test('says what to do when something goes wrong', async () => {
  const body = await mount(<HelpSection vault={vault(null)} />);
  const topics = [...body.querySelectorAll('summary')].map(({ textContent }) => textContent);
  for (const topic of ['La question n’est pas reconnue', 'La réponse a été refusée', 'Le compte est bloqué'])
    expect(topics).toContain(topic);
});

test('diagnoses the tab of the site, and says where there is none', async () => {
  const none = await mount(<HelpSection vault={vault(null)} />);
  await press(none, WHY);
  expect(none.textContent).toContain('Aucun onglet d’EcoleDirecte à diagnostiquer.');
  const body = await mount(<HelpSection vault={vault(DIAGNOSIS)} />);
  await press(body, WHY);
  expect(body.querySelectorAll('.findings li')).toHaveLength(1);
});

test('keeps the button of a diagnosis, gives its heading the focus, and looks again when asked to', async () => {
  const found = ['noQuestion', 'found', null].map(
    (code) => code && { findings: [{ code, count: null }], version: '1' },
  );
  const diagnose = vi.fn(async () => found.shift());
  const body = await mount(<HelpSection vault={{ diagnose } as unknown as Vault} />);
  const why = [...body.querySelectorAll('button')].find(({ textContent }) => textContent === WHY);
  expect(why?.getAttribute('aria-expanded')).toBe('false');
  await press(body, WHY);
  expect(why?.isConnected && why.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement?.id).toBe('diagnosis-title');
  await press(body, 'Regarder de nouveau');
  expect(the(body, '.findings').textContent).toContain('ont été trouvées');
  expect(document.activeElement?.id).toBe('diagnosis-title');
  await press(body, 'Regarder de nouveau');
  expect(body.querySelector('.findings')).toBeNull();
  expect(document.activeElement?.textContent).toBe(WHY);
});

test('closes a diagnosis on Esc, before the window, and gives the focus back', async () => {
  const body = await mount(<HelpSection vault={vault(DIAGNOSIS)} />);
  await press(body, WHY);
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  await settled(() => document.activeElement?.dispatchEvent(key));
  expect(key.defaultPrevented).toBe(true);
  expect(body.querySelector('.findings')).toBeNull();
  expect(document.activeElement?.textContent).toBe(WHY);
});

test.each([
  [true, 'Copié.'],
  [false, 'Copie impossible'],
])('says whether a diagnosis could be copied (%s)', async (isAllowed, said) => {
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async () => {
    if (!isAllowed) throw new DOMException('no', 'NotAllowedError');
  });
  const body = await mount(<HelpSection vault={vault(DIAGNOSIS)} />);
  await press(body, WHY);
  await press(body, 'Copier, sans question ni réponse');
  expect(the(body, '.done').textContent).toBe(said);
});

function vault(diagnosis: Diagnosis | null): Vault {
  return { diagnose: async () => diagnosis } as unknown as Vault; // all that the section asks of it
}
