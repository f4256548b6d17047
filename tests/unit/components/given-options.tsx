import { vi } from 'vitest';
import { OptionsApp } from '../../../components/options-app.tsx';
import { useVault } from '../../../components/use-vault.ts';
import type { Ask } from '../../../lib/ask.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Settings } from '../../../lib/settings.ts';
import { ACCESS } from './given-access.ts';
import { listed, makeQuestion, STATUS } from './given-vault.ts';
import { mount, settled } from './mount.ts';

export const questions = [
  makeQuestion('Ville ?', { id: 'a', standings: ['confirmed', 'refused'] }),
  makeQuestion('Mois ?', { id: 'b', account: 'dupont' }),
];

/** The tab over an open vault of two questions, whose background replies as `given`, or throws an error that is given. */
export async function options(given: Record<string, unknown> = {}, section = '') {
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
