import { expect, test, vi } from 'vitest';
import { showBadge } from '../../../lib/background/badge.ts';
import type { Advice } from '../../../lib/challenge/advice.ts';
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

const answer: Advice = { kind: 'answer', proposition: 'A', confirmed: true, candidates: [], refused: [] };
const refused = { step: 'refused', trouble: { kind: 'refused', code: 505 } } as const;

test.each([
  [{ step: 'not-found', advice: answer }, '?', 'notFound'],
  [{ step: 'moved-on', advice: answer }, '', 'movedOn'],
  [{ step: 'moved-on', advice: answer, asks: true }, '+', 'asks'],
  [{ step: 'advised', advice: { kind: 'silent' } }, '!', 'silent'],
  [{ step: 'advised', advice: { kind: 'unavailable' } }, '!', 'unavailable'],
  [{ step: 'advised', advice: { kind: 'not-offered', refused: [] } }, '?', 'notOffered'],
  [{ step: 'advised', advice: { kind: 'locked' } }, '!', 'locked'],
  [{ step: 'marked', advice: answer }, '1', 'marked'],
  [{ ...refused, advice: { kind: 'locked' }, waits: true }, '!', 'refused'],
] satisfies [Partial<TabReport>, string, string][])('%j is shown as it is', async (report, text, title) => {
  await showBadge(7, { ...ENDED, ...report });
  expect(shown).toEqual({ text, title: `action.title.${title}` });
});
