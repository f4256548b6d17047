import { expect, test } from 'vitest';
import { Drafts } from '../../../lib/background/drafts.ts';
import type { VaultState } from '../../../lib/vault/vault.ts';
import { memoryArea } from './memory-area.ts';

const DRAFT = {
  query: 'zoé',
  editing: { id: null, account: null, question: 'Ville ?', answers: ['PARIS', ''] },
};

test('keeps what is unfinished while the vault is open', async () => {
  const { drafts } = make();
  expect(await drafts.read()).toBeNull();
  await drafts.keep(DRAFT);
  expect(await drafts.read()).toEqual(DRAFT);
  await drafts.keep(null);
  expect(await drafts.read()).toBeNull();
});

test.each(['locked', 'absent', { problem: 'vault-key-lost' }] satisfies VaultState[])(
  'forgets it for good where the vault is %j',
  async (closed) => {
    const { drafts, setState } = make();
    await drafts.keep(DRAFT);
    setState(closed);
    await drafts.sweep();
    setState('open');
    expect(await drafts.read()).toBeNull();
  },
);

test('keeps nothing that comes once the vault is locked', async () => {
  const { drafts, setState } = make();
  setState('locked');
  await drafts.keep(DRAFT);
  setState('open');
  expect(await drafts.read()).toBeNull();
});

function make() {
  let state: VaultState = 'open';
  const drafts = new Drafts(memoryArea(), { state: async () => state });
  return {
    drafts,
    setState: (next: VaultState) => {
      state = next;
    },
  };
}
