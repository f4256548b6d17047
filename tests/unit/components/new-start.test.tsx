// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { OptionsApp } from '../../../components/options-app.tsx';
import type { SettingsStore } from '../../../components/use-settings.ts';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import { ACCESS } from './given-access.ts';
import { STATUS } from './given-vault.ts';
import { mount, press, the, type } from './mount.ts';

vi.mock('#i18n', () => import('./fake-i18n.ts'));

test('shows the first-run page alone where the browser refuses its database, and asks for a passphrase there', async () => {
  const { body, ask } = await tab({ vault: 'unavailable', problem: 'storage-refused' });
  expect(body.querySelector('nav, [role=alert]')).toBeNull();
  expect(body.textContent).not.toContain('Secours');
  expect(document.title).toBe('Mémo QCM');
  // What is to be read comes first, and of a key beside the answers there is none.
  expect(document.activeElement).toBe(document.body);
  expect(body.textContent).not.toContain('La clé est gardée dans le même profil');
  expect(body.textContent).toContain('Une phrase facile à deviner');
  await type(the(body, 'input.passphrase'), 'trois petits chats gris');
  await press(body, 'J’ai compris');
  expect(ask).toHaveBeenCalledWith('consent', { passphrase: 'trois petits chats gris' });
});

test('begins anew with a passphrase where the browser refuses its database', async () => {
  const { body, ask } = await tab({ vault: 'locked', method: 'passphrase', place: 'mirror' });
  const dialog = the(body, 'dialog');
  await press(dialog, 'Tout effacer');
  expect(ask).not.toHaveBeenCalledWith('startOver', expect.anything());
  await type(the(dialog, 'input.passphrase'), 'trois petits chats gris');
  await press(dialog, 'Tout effacer');
  expect(ask).toHaveBeenCalledWith('startOver', { passphrase: 'trois petits chats gris' });
});

test('begins anew without a passphrase where none is needed', async () => {
  const { body, ask } = await tab({ vault: 'unavailable', problem: 'vault-key-lost' });
  expect(body.querySelector('input.passphrase')).toBeNull();
  await press(the(body, 'dialog'), 'Tout effacer');
  expect(ask).toHaveBeenCalledWith('startOver', {});
});

async function tab(status: Partial<typeof STATUS>) {
  location.hash = '';
  const ask = vi.fn(async (_name: string, _request: unknown) => ({ ...STATUS, ...status }));
  const settings = {} as unknown as SettingsStore; // nothing here looks at it
  const Tab = () => (
    <OptionsApp vault={useVault(ask as unknown as Ask, null)} access={ACCESS} settings={settings} />
  );
  return { body: await mount(<Tab />), ask };
}
