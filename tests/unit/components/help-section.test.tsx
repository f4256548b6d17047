// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { HelpSection } from '../../../components/help-section.tsx';
import { mount, press, the } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

test('shows the made-up question when asked to, and anew when asked again', async () => {
  const body = await mount(<HelpSection />);
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
  const body = await mount(<HelpSection />);
  const topics = [...body.querySelectorAll('summary')].map(({ textContent }) => textContent);
  for (const topic of ['La question n’est pas reconnue', 'La réponse a été refusée', 'Le compte est bloqué'])
    expect(topics).toContain(topic);
});
