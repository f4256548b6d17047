import { expect, test, vi } from 'vitest';
import { showBadge } from '../../../lib/background/badge.ts';
import type { TabReport } from '../../../lib/messages.ts';
import { CITY } from './given-page-desk.ts';

const shown = vi.hoisted(() => ({ text: '', title: '' }));
vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      setTitle: async ({ title }: { title: string }) => Object.assign(shown, { title }),
      setBadgeText: async ({ text }: { text: string }) => Object.assign(shown, { text }),
    },
    i18n: { getMessage: (name: string) => name.replaceAll('_', '.') },
  },
}));

/** A question that has left the page. */
const ENDED: TabReport = {
  question: CITY,
  account: 'marie',
  advice: { kind: 'unknown', refused: [] },
  step: 'ended',
  mode: 'select',
  code: null,
  trouble: null,
  remembered: false,
  waits: false,
  asks: false,
  at: 0,
};

test('a question that has left the page is nothing to show', async () => {
  await showBadge(7, ENDED);
  expect(shown).toEqual({ text: '', title: 'action.title.idle' });
});

test('that an account is blocked stays shown when its question has left the page', async () => {
  await showBadge(7, { ...ENDED, code: 550, trouble: { kind: 'blocked', code: 550 } });
  expect(shown).toEqual({ text: '!', title: 'action.title.blocked' });
});
