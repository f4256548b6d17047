import { beforeEach, expect, test, vi } from 'vitest';
import { LOCK_CHANGED } from '../../../lib/messages.ts';
import { onLockChange } from '../../../lib/on-lock-change.ts';

type Listener = (message: unknown, sender: { id?: string; tab?: object }) => unknown;
const listeners = vi.hoisted(() => new Set<Listener>());
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'ours',
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}));

const tell = (...told: Parameters<Listener>) => [...listeners].map((listener) => listener(...told));

beforeEach(() => listeners.clear());

test('hears the background of a lock that changed, answers nothing, and stops when told', () => {
  const heard = vi.fn();
  const stop = onLockChange(heard);
  expect(tell(LOCK_CHANGED, { id: 'ours' })).toEqual([undefined]);
  expect(heard).toHaveBeenCalledOnce();
  stop();
  tell(LOCK_CHANGED, { id: 'ours' });
  expect(heard).toHaveBeenCalledOnce();
});

test.each([
  ['another extension', LOCK_CHANGED, { id: 'other' }],
  ['nobody in particular', LOCK_CHANGED, {}],
  ['a content script', LOCK_CHANGED, { id: 'ours', tab: { id: 1 } }],
  ['the background, of something else', 'memo-qcm:choose', { id: 'ours' }],
  ['a page that asks', { to: 'owner', name: 'lock', request: {} }, { id: 'ours' }],
])('does not hear %s', (_, message, sender) => {
  const heard = vi.fn();
  onLockChange(heard);
  expect(tell(message, sender)).toEqual([undefined]);
  expect(heard).not.toHaveBeenCalled();
});
