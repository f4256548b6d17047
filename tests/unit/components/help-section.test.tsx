// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { HelpSection } from '../../../components/help-section.tsx';
import type { Vault } from '../../../components/use-vault.ts';
import type { Diagnosis } from '../../../lib/messages.ts';
import { mount, press, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

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
  await press(none, 'Pourquoi\u202f?');
  expect(none.textContent).toContain('Aucun onglet d’EcoleDirecte à diagnostiquer.');
  const diagnosis: Diagnosis = { findings: [{ code: 'noQuestion', count: null }], version: '1' };
  const body = await mount(<HelpSection vault={vault(diagnosis)} />);
  await press(body, 'Pourquoi\u202f?');
  expect(body.querySelectorAll('.findings li')).toHaveLength(1);
});

function vault(diagnosis: Diagnosis | null): Vault {
  return { diagnose: async () => diagnosis } as unknown as Vault; // all that the section asks of it
}
