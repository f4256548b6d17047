import { readFileSync } from 'node:fs';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import type { Random } from '../simulate/random.ts';
import type { Figure } from './figure.ts';
import { holdImport, listAll, tell } from './owner.ts';
import { readStored } from './stored-values.ts';

const RECORDS = 5;
const WORDS = JSON.parse(readFileSync(new URL('../../lib/locales/fr.json', import.meta.url), 'utf8'));
const EMPTY: string = WORDS.list.empty.title;
const DAMAGED: string = WORDS.vault.damaged['1'];

/**
 * Proves the same of the product in a browser: a bit of a random record is flipped in its database from the options page,
 * after which status, list and a page opened anew all say so, and none says that there is nothing. The vault is left
 * without records. `shownEmpty` counts the pages that said so.
 */
export async function flipBytesInBrowser(
  browser: Browser,
  page: Tab,
  random: Random,
  faults: number,
): Promise<Figure> {
  const counts = { faults: 0, seen: 0, shown: 0, shownEmpty: 0, deleted: 0, othersLost: 0 };
  await refill(page);
  const ids = (await listAll(page)).questions.map(({ id }) => id);
  for (let fault = 0; fault < faults; fault += 1) {
    const before = await readStored(page);
    const id = random.pick(ids);
    const flip = { id, place: random.next(), bit: random.whole(0, 7) };
    await page.evaluate(flipBit, flip);
    counts.faults += 1;
    const { questions: list, damaged } = await listAll(page);
    if (damaged === 1 && !list.some((one) => one.id === id)) counts.seen += 1;
    counts.othersLost += ids.length - 1 - list.length;
    const { isShown, isEmpty } = await look(browser, DAMAGED);
    if (isShown) counts.shown += 1;
    if (isEmpty) counts.shownEmpty += 1;
    const after = await readStored(page);
    counts.deleted += ids.filter((one) => !after.has(one)).length;
    await page.evaluate(flipBit, flip);
    if ((await readStored(page)).get(id) !== before.get(id)) throw new Error('The fault was not taken back.');
  }
  await tell(page, 'delete', { ids: null });
  return {
    check: 'bytes flipped in the browser',
    where: browser.name,
    counts,
    asPromised:
      counts.seen === faults &&
      counts.shown === faults &&
      counts.shownEmpty + counts.deleted + counts.othersLost === 0,
  };
}

/**
 * Proves that a vault of which nothing at all can be read is not shown as an empty one: the same fault in every record.
 * It leaves them damaged, so it comes last.
 */
export async function damageEverything(browser: Browser, page: Tab): Promise<Figure> {
  const counts = { faults: 0, seen: 0, shown: 0, shownEmpty: 0, deleted: 0 };
  await refill(page);
  const ids = (await listAll(page)).questions.map(({ id }) => id);
  for (const id of ids) {
    await page.evaluate(flipBit, { id, place: 0.5, bit: 0 });
    counts.faults += 1;
  }
  counts.seen = (await listAll(page)).damaged;
  const said = WORDS.vault.damaged.n.replace('$1', String(counts.faults));
  const { isShown, isEmpty } = await look(browser, said);
  if (isShown) counts.shown += 1;
  if (isEmpty) counts.shownEmpty += 1;
  const after = await readStored(page);
  counts.deleted = ids.filter((id) => !after.has(id)).length;
  return {
    check: 'every record damaged',
    where: browser.name,
    counts,
    asPromised:
      counts.seen === counts.faults && counts.shown === 1 && counts.shownEmpty + counts.deleted === 0,
  };
}

async function refill(page: Tab): Promise<void> {
  await tell(page, 'delete', { ids: null });
  const entries = Array.from({ length: RECORDS }, (_, index) => {
    return { question: `Question ${index} ?`, answers: ['A'], whole: true };
  });
  await tell(page, 'import', await holdImport(page, entries));
}

/** What a person sees of it who opens the options page now. */
async function look(browser: Browser, warning: string): Promise<{ isShown: boolean; isEmpty: boolean }> {
  const opened = await browser.openExtension('options.html');
  await opened.waitFor(
    'the answers',
    () => document.querySelector('.empty, .warning, [role="alert"]') !== null,
    null,
  );
  const text = await opened.text('body');
  await opened.close();
  return { isShown: text.includes(warning), isEmpty: text.includes(EMPTY) };
}

/** Runs in an extension's page: changes one bit of a stored record, or changes it back. */
async function flipBit({ id, place, bit }: { id: string; place: number; bit: number }): Promise<void> {
  const settle = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settle(indexedDB.open('memo-qcm'));
  const store = database.transaction('vault', 'readwrite').objectStore('vault');
  const stored: { nonce: Uint8Array; ciphertext: Uint8Array } = await settle(store.get(id));
  const at = Math.floor(place * (stored.nonce.length + stored.ciphertext.length));
  const part = at < stored.nonce.length ? stored.nonce : stored.ciphertext;
  const within = at < stored.nonce.length ? at : at - stored.nonce.length;
  part[within] = (part[within] ?? 0) ^ (1 << bit);
  await settle(store.put(stored, id));
  database.close();
}
