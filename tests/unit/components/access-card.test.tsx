// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { AccessCard } from '../../../components/access-card.tsx';
import { ACCESS } from './given-access.ts';
import { mount, press, settled } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

test('says nothing where there is access', async () => {
  const body = await mount(<AccessCard access={ACCESS} />);
  expect(body.textContent).toBe('');
});

test('asks again for access that was withdrawn, and goes once it is given', async () => {
  const body = await mount(<AccessCard access={{ ...ACCESS, has: async () => false }} />);
  expect(body.textContent).toContain('Accès à EcoleDirecte retiré');
  await press(body, 'Autoriser l’accès');
  expect(body.textContent).toBe('');
});

test('says where else access can be given when it is denied', async () => {
  const denied = { ...ACCESS, has: async () => false, request: async () => false };
  const body = await mount(<AccessCard access={denied} />);
  await press(body, 'Autoriser l’accès');
  expect(body.querySelector('[role="status"]')?.textContent).toContain('n’a pas été accordé');
});

test('follows what the owner does elsewhere, until it is gone', async () => {
  const listeners = new Set<() => void>();
  let given = true;
  const access = {
    ...ACCESS,
    has: async () => given,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const body = await mount(<AccessCard access={access} />);
  const tell = () => settled(() => listeners.forEach((listener) => void listener()));
  given = false;
  await tell();
  expect(body.querySelector('section')).not.toBeNull();
  given = true;
  await tell();
  expect(body.querySelector('section')).toBeNull();
  await mount(null);
  // After the next paint.
  await vi.waitFor(() => expect(listeners.size).toBe(0));
});
