import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';
import { browserText } from '../browser-text.ts';
import type { TabReport } from '../messages.ts';

type Look = { text: string; colour: string; title: TitleKey };
type TitleKey = Extract<keyof GeneratedI18nStructure, `action.title.${string}`>;

const GREEN = '#0b6b3a';
const AMBER = '#7a4b00';
const RED = '#a1172b';

/** Shows the state of a tab on the toolbar button: badge and title, always together. */
export async function showBadge(tabId: number, report: TabReport | null): Promise<void> {
  const { text, colour, title } = report ? lookOf(report) : IDLE;
  await Promise.all([
    browser.action.setTitle({ tabId, title: browserText(title) }),
    // Firefox for Android has no badge.
    browser.action.setBadgeText?.({ tabId, text }),
    browser.action.setBadgeBackgroundColor?.({ tabId, color: colour }),
  ]);
}

const IDLE: Look = { text: '', colour: GREEN, title: 'action.title.idle' };

function lookOf({ advice, step, trouble, waits, asks }: TabReport): Look {
  if (waits) return { text: '…', colour: AMBER, title: 'action.title.waits' };
  if (asks) return { text: '+', colour: AMBER, title: 'action.title.asks' };
  if (step === 'accepted') return { text: '✓', colour: GREEN, title: 'action.title.accepted' };
  if (step === 'refused') return { text: '!', colour: RED, title: 'action.title.refused' };
  if (trouble?.kind === 'blocked') return { text: '!', colour: RED, title: 'action.title.blocked' };
  if (step === 'ended') return IDLE;
  if (step === 'no-reply' || step === 'unclear' || step === 'expired' || step === 'outdated')
    return { text: '!', colour: AMBER, title: 'action.title.unclear' };
  if (step === 'sent') return { text: '1', colour: GREEN, title: 'action.title.sent' };
  switch (advice.kind) {
    case 'never':
      return IDLE;
    case 'answer':
      return {
        text: '1',
        colour: GREEN,
        title: step === 'selected' ? 'action.title.selected' : 'action.title.marked',
      };
    case 'candidates':
      return { text: '?', colour: AMBER, title: 'action.title.candidates' };
    case 'unknown':
    case 'not-offered':
      return { text: '?', colour: AMBER, title: 'action.title.unknown' };
    case 'silent':
    case 'locked':
    case 'unavailable':
      return { text: '!', colour: RED, title: 'action.title.locked' };
    case 'not-set-up':
      return { text: '!', colour: AMBER, title: 'action.title.setUp' };
  }
}
