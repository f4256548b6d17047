import { afterEach, expect, it, vi } from 'vitest';
import { keepFromContentScripts } from '../../../lib/background/storage-access.ts';

const local: { setAccessLevel?: (access: object) => Promise<void> } = vi.hoisted(() => ({}));
vi.mock('wxt/browser', () => ({ browser: { storage: { local } } }));

afterEach(() => {
  delete local.setAccessLevel;
});

it('lets no content script at what is stored, where the browser can keep it from them', () => {
  local.setAccessLevel = vi.fn(async () => {});
  keepFromContentScripts();
  expect(local.setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});

it('is content with a browser that cannot', () => {
  expect(keepFromContentScripts).not.toThrow();
});
