import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import type { Figure } from './figure.ts';
import { ask, send, tell } from './owner.ts';
import { readStored, recordBytes } from './stored-values.ts';

/** Deriving keys takes most of a change of passphrase; the worker is killed within this long, in milliseconds. */
const LATEST = 900;
const FIRST = 'la toute première phrase';

/**
 * Proves that a passphrase only wraps the vault key: the worker is killed while one is set, changed and removed. After
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
  // What opens the vault: a passphrase, or this device, which is null.
  let current: string | null = null;
  for (let kill = 0; kill < kills; kill += 1) {
    // Set, changed twice, removed, and so on.
    const next: string | null =
      current === null ? FIRST : kill % 4 === 3 ? null : `la phrase suivante, numéro ${kill}`;
    if (current === null) await send(page, 'setPassphrase', { passphrase: next ?? FIRST });
    else if (next === null) await send(page, 'removePassphrase', { current });
    else await send(page, 'changePassphrase', { current, next });
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, LATEST)));
    await browser.stopBackground();
    counts.kills += 1;
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
      counts.both + counts.neither + counts.recordsChanged === 0 && counts.old > 0 && counts.new > 0,
  };
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
