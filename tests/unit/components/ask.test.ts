import { beforeEach, expect, test, vi } from 'vitest';
import { ask } from '../../../lib/ask.ts';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

beforeEach(() => {
  sendMessage.mockReset();
});

test('sends the request as the owner’s, and returns the value', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: { deleted: 2 } });
  expect(await ask('delete', { ids: null })).toEqual({ deleted: 2 });
  expect(sendMessage).toHaveBeenCalledWith({ to: 'owner', name: 'delete', request: { ids: null } });
});

test('throws the code that the background gives', async () => {
  sendMessage.mockResolvedValue({ ok: false, error: 'undo-expired' });
  await expect(ask('undo', { by: 0 })).rejects.toMatchObject({ code: 'undo-expired' });
});

test.each([null, 'ok', {}, { ok: 'yes' }, { ok: true }, { ok: false, error: 'made up' }])(
  'takes %j for an internal error',
  async (reply) => {
    sendMessage.mockResolvedValue(reply);
    await expect(ask('list', {})).rejects.toMatchObject({ code: 'internal' });
  },
);

test('says that it was interrupted where the background does not answer', async () => {
  sendMessage.mockRejectedValue(new Error('Could not establish connection'));
  await expect(ask('list', {})).rejects.toMatchObject({ code: 'interrupted' });
  // As it is where another page listens.
  sendMessage.mockResolvedValue(undefined);
  await expect(ask('list', {})).rejects.toMatchObject({ code: 'interrupted' });
});
