import { browser } from 'wxt/browser';
import { browserText } from '../browser-text.ts';
import { localeName } from '../challenge/locale-name.ts';
import type { TabReport } from '../messages.ts';

/** Titles of the toolbar button, by their keys in the locales. */
type TitleKey =
  | `action.title.${'idle' | 'waits' | 'asks' | 'accepted' | 'refused' | 'blocked' | 'unclear' | 'sent'}`
  | `action.title.${'notFound' | 'movedOn' | 'selected' | 'marked' | 'candidates' | 'unknown' | 'notOffered'}`
  | `action.title.${'silent' | 'locked' | 'unavailable' | 'notSetUp'}`;
type Title = TitleKey extends `action.title.${infer Name}` ? Name : never;

const GREEN = '#0b6b3a';
const AMBER = '#7a4b00';
const RED = '#a1172b';

/** What the badge says under each title, and in which colour. */
const LOOKS: Record<Title, [text: string, colour: string]> = {
  idle: ['', GREEN],
  movedOn: ['', GREEN],
  accepted: ['✓', GREEN],
  sent: ['1', GREEN],
  selected: ['1', GREEN],
  marked: ['1', GREEN],
  waits: ['…', AMBER],
  asks: ['+', AMBER],
  notFound: ['?', AMBER],
  candidates: ['?', AMBER],
  unknown: ['?', AMBER],
  notOffered: ['?', AMBER],
  unclear: ['!', AMBER],
  silent: ['!', AMBER],
  notSetUp: ['!', AMBER],
  locked: ['!', RED],
  unavailable: ['!', RED],
  refused: ['!', RED],
  blocked: ['!', RED],
};

/** Shows the state of a tab on the toolbar button: badge and title, always together. */
export async function showBadge(tabId: number, report: TabReport | null): Promise<void> {
  const title = report ? titleOf(report) : 'idle';
  const [text, colour] = LOOKS[title];
  await Promise.all([
    browser.action.setTitle({ tabId, title: browserText(`action.title.${title}`) }),
    // Firefox for Android has no badge.
    browser.action.setBadgeText?.({ tabId, text }),
    browser.action.setBadgeBackgroundColor?.({ tabId, color: colour }),
  ]);
}

/** What came of the answer first, then what was seen on the page, and the advice while there is no more than that. */
function titleOf({ advice, step, trouble, waits, asks }: TabReport): Title {
  if (step === 'refused') return step;
  if (trouble?.kind === 'blocked') return 'blocked';
  if (waits) return 'waits';
  if (asks) return 'asks';
  if (step === 'accepted' || step === 'sent') return step;
  if (step === 'not-found' || step === 'moved-on') return localeName(step);
  if (step === 'ended' || advice.kind === 'never') return 'idle';
  if (step === 'no-reply' || step === 'unclear' || step === 'expired' || step === 'outdated')
    return 'unclear';
  if (advice.kind === 'answer') return step === 'selected' ? step : 'marked';
  return localeName(advice.kind);
}
