import { expect, it, vi } from 'vitest';
import { readOnce } from '../../../lib/background/read-once.ts';
import { SESSION_KEY } from '../../../lib/vault/session-key.ts';

function makeArea(stored: Record<string, unknown>) {
  const items = { ...stored };
  return {
    items,
    get: vi.fn(async () => ({ ...items })),
    set: vi.fn(async (added: Record<string, unknown>) => void Object.assign(items, added)),
    remove: vi.fn(async (key: string) => void delete items[key]),
  };
}

it('reads an area once, and gives what was written since', async () => {
  const area = makeArea({ 'tab:1': 'one', 'tab:2': 'two' });
  const once = readOnce(area);
  expect(await Promise.all([once.get('tab:1'), once.get('tab:3')])).toEqual([{ 'tab:1': 'one' }, {}]);
  await once.set({ 'tab:3': 'three' });
  await once.remove('tab:2');
  expect(await once.get(null)).toEqual({ 'tab:1': 'one', 'tab:3': 'three' });
  expect(area.items).toEqual({ 'tab:1': 'one', 'tab:3': 'three' });
  expect(area.get).toHaveBeenCalledTimes(1);
});

it('reads it again where that failed', async () => {
  const area = makeArea({ draft: 'text' });
  area.get.mockRejectedValueOnce(new Error('not now'));
  const once = readOnce(area);
  await expect(once.get('draft')).rejects.toThrow('not now');
  expect(await once.get('draft')).toEqual({ draft: 'text' });
});

it('keeps no copy of the vault’s key, which has to go when the vault is locked', async () => {
  const area = makeArea({ [SESSION_KEY]: { key: 'secret' }, draft: 'text' });
  expect(await readOnce(area).get(null)).toEqual({ draft: 'text' });
});
