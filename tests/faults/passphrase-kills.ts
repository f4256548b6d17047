import type { Browser } from '../browsers/browser.ts';
import { readRawRecords } from '../browsers/raw-records.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import type { Figure } from './figure.ts';
import { ask, send, tell } from './owner.ts';

/** Deriving a key takes most of a change of passphrase; the worker is killed within this long, in milliseconds. */
const LATEST = 900;

/** Kills the worker while the passphrase is set or changed: exactly one of the two opens the vault, and no record moved. */
export async function killInMidPassphrase(
  browser: Browser,
  page: Tab,
  random: Random,
  kills: number,
): Promise<Figure> {
  const counts = { kills: 0, old: 0, new: 0, both: 0, neither: 0, recordsChanged: 0 };
  let [current, next] = ['la toute première phrase', 'la phrase suivante, numéro 0'];
  await tell(page, 'setPassphrase', { passphrase: current });
  const before = await recordLines(page);
  for (let kill = 0; kill < kills; kill += 1) {
    await send(page, 'changePassphrase', { current, next });
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, LATEST)));
    await browser.stopBackground();
    counts.kills += 1;
    const [byOld, byNew] = [await opens(page, current), await opens(page, next)];
    if (byOld && byNew) counts.both += 1;
    else if (byOld) counts.old += 1;
    else if (byNew) counts.new += 1;
    else counts.neither += 1;
    if (byNew) [current, next] = [next, `la phrase suivante, numéro ${kill + 1}`];
    await tell(page, 'unlock', { passphrase: current });
    if ((await recordLines(page)) !== before) counts.recordsChanged += 1;
  }
  await tell(page, 'removePassphrase', { current });
  const asPromised = counts.both + counts.neither + counts.recordsChanged === 0;
  return { check: 'kills while the passphrase is changed', where: 'chromium', counts, asPromised };
}

async function opens(page: Tab, passphrase: string): Promise<boolean> {
  await tell(page, 'lock', {});
  return (await ask(page, 'unlock', { passphrase })).ok;
}

/** The stored records alone: header and journal are meant to change. */
async function recordLines(page: Tab): Promise<string> {
  const ids = await page.evaluate(async () => {
    const open = indexedDB.open('memo-qcm');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const store = database.transaction('vault').objectStore('vault');
    const range = IDBKeyRange.bound('q:', 'q:\uffff');
    const [keys, values] = [store.getAllKeys(range), store.getAll(range)];
    await new Promise((resolve) => {
      values.onsuccess = resolve;
    });
    database.close();
    // Bytes do not survive JSON, so they are written out.
    return JSON.stringify([keys.result, values.result], (_, value) =>
      value instanceof Uint8Array ? [...value] : value,
    );
  }, null);
  if (!(await readRawRecords(page)).includes('q:')) throw new Error('There are no records to compare.');
  return ids;
}
