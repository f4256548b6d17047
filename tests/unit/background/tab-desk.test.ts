import { expect, it, vi } from 'vitest';
import { isOfSite } from '../../../lib/background/senders.ts';
import { makeTabDesk } from '../../../lib/background/tab-desk.ts';
import { accepted, asked, CITY, makeDesk, NOTHING, tab, vault } from './given-page-desk.ts';

const owner = { kind: 'owner' } as const;
const ELSEWHERE = 'https://example.org/';

/** The owner's desk after an answer was accepted, and they are asked about it, in a tab that is at an address now. */
async function givenAccepted(url: string | undefined) {
  const page = makeDesk('ask');
  await page.advice(asked, tab);
  await page.outcome(accepted, tab);
  const showBadge = vi.fn(async () => {});
  const desk = makeTabDesk({
    ...page,
    vault,
    asked: page.asking,
    readSettings: async () => {
      throw new Error('not asked');
    },
    tellTab: async () => {},
    showBadge,
    isOnSite: async () => isOfSite(url),
    version: '0',
    now: () => 0,
  });
  return { desk, page, showBadge };
}

it.each([
  ['the site', 'https://www.ecoledirecte.com/Famille', CITY, ['replyAccepted', 'asksToKeep']],
  ['another site', ELSEWHERE, undefined, ['noQuestion']],
  [
    'one that only begins as the site',
    'https://www.ecoledirecte.com.example.org/',
    undefined,
    ['noQuestion'],
  ],
  ['where the browser does not tell', undefined, undefined, ['noQuestion']],
])('a tab on %s has the question that it asked there, or none', async (_, url, question, findings) => {
  const { desk } = await givenAccepted(url);
  expect((await desk.choose({ tabId: 7 }, owner)).tab?.question).toBe(question);
  expect((await desk.diagnose({ tabId: 7 }, owner)).findings.map(({ code }) => code)).toEqual(findings);
});

it('a decision is noted of a tab that has left the site, and shown there no more', async () => {
  const { desk, page, showBadge } = await givenAccepted(ELSEWHERE);
  const status = await desk.decide({ account: 'marie', question: CITY, decision: 'save', tabId: 7 }, owner);
  expect(status).toMatchObject({ offers: [], tab: null });
  expect(await page.reports.read(7)).toMatchObject({ ...NOTHING, remembered: true });
  expect(showBadge).not.toHaveBeenCalled();
});
