import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import type { Figure } from './figure.ts';
import { drawMoments, timeUntil } from './moments.ts';
import { ask, send, tell, wasDone } from './owner.ts';
import { readStored, recordBytes } from './stored-values.ts';

const FIRST = 'la toute première phrase';
const SECOND = 'la toute deuxième phrase';

/** What happens to the passphrase; each derives another number of keys, which takes most of its time. */
type Step = 'setPassphrase' | 'changePassphrase' | 'removePassphrase';

/**
 * Proves that a passphrase only wraps the vault key: the worker is killed while one is set, changed and removed, within a
 * little more than each of these takes, which is timed first. After
 * each kill exactly one of old and new opens the vault (`both` and `neither` count the rest), this device's key is there
 * exactly while it is what opens it, and every record is the same to the byte.
 */
export async function killInMidPassphrase(
  browser: Browser,
  page: Tab,
  random: Random,
  kills: number,
): Promise<Figure> {
  const counts = { kills: 0, old: 0, new: 0, both: 0, neither: 0, recordsChanged: 0 };
  await tell(page, 'save', { id: null, account: null, question: 'Toujours là ?', answers: ['A'] });
  const records = await recordBytes(page);
  const taken = new Map<Step, number>();
  for (const [from, to] of [
    [null, FIRST],
    [FIRST, SECOND],
    [SECOND, null],
  ] as const) {
    await browser.stopBackground();
    await tell(page, 'status', { tabId: null });
    await start(page, from, to);
    taken.set(stepOf(from, to), await timeUntil(() => wasDone(page)));
  }
  // What opens the vault: a passphrase, or this device, which is null.
  let current: string | null = null;
  for (const [kill, moment] of drawMoments(random, kills).entries()) {
    // Set, changed twice, removed, and so on.
    const next: string | null =
      current === null ? FIRST : kill % 4 === 3 ? null : `la phrase suivante, numéro ${kill}`;
    await start(page, current, next);
    const delay = moment * (taken.get(stepOf(current, next)) ?? 0);
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (await browser.stopBackground()) counts.kills += 1;
    const [byOld, byNew] = [await opens(page, current), await opens(page, next)];
    if (byOld && byNew) counts.both += 1;
    else if (byOld) counts.old += 1;
    else if (byNew) counts.new += 1;
    else counts.neither += 1;
    if (byNew) current = next;
    if (current !== null) await tell(page, 'unlock', { passphrase: current });
    if ((await recordBytes(page)) !== records) counts.recordsChanged += 1;
  }
  if (current !== null) await tell(page, 'removePassphrase', { current });
  return {
    check: 'kills while the passphrase is changed',
    where: 'chromium',
    counts,
    asPromised:
      counts.kills === kills &&
      counts.both + counts.neither + counts.recordsChanged === 0 &&
      counts.old > 0 &&
      counts.new > 0,
  };
}

function stepOf(from: string | null, to: string | null): Step {
  if (from === null) return 'setPassphrase';
  return to === null ? 'removePassphrase' : 'changePassphrase';
}

/** Asks for what leads from one passphrase to the other, of which one may be null, and does not wait for it. */
function start(page: Tab, from: string | null, to: string | null): Promise<void> {
  if (from === null) return send(page, 'setPassphrase', { passphrase: to ?? FIRST });
  if (to === null) return send(page, 'removePassphrase', { current: from });
  return send(page, 'changePassphrase', { current: from, next: to });
}

/** Whether this passphrase, or for null this device, opens the vault as it is stored now. */
async function opens(page: Tab, passphrase: string | null): Promise<boolean> {
  const stored = await readStored(page);
  const header = stored.get('header') ?? '';
  const isOfDevice =
    stored.has('device-key') && header.includes('"device"') && !header.includes('"passphrase"');
  if (passphrase === null)
    return isOfDevice && (await tell(page, 'status', { tabId: null })).vault === 'open';
  // In a vault that opens by itself `unlock` succeeds with any passphrase, and does nothing.
  if (stored.has('device-key') || header.includes('"device"')) return false;
  await tell(page, 'lock', {});
  return (await ask(page, 'unlock', { passphrase })).ok;
}
