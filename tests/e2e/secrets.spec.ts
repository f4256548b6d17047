import { readFileSync } from 'node:fs';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { readRawRecords } from '../browsers/raw-records.ts';
import type { Tab } from '../browsers/tab.ts';
import { expect, importFile, marks, meet, send, setUp, test } from './extension.ts';
import { openSection } from './section.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;

const CITY = 'Quelle est votre ville de résidence ?';
const LEVEL = 'Quel est le niveau scolaire de Léa ?';
const YEAR = 'Quelle est votre année de naissance ?';

/** Texts that only the vault holds: questions, answers, accounts. Short ones could stand in ciphertext by chance. */
const SECRETS = [
  CITY,
  YEAR,
  LEVEL,
  'Quel est le mois de naissance de Zoé ?',
  'ville de r',
  'naissance',
  'niveau scolaire',
  'PARIS',
  'LYON',
  'janvier',
  'CINQUIEMES',
  'QUATRIEMES',
  'marie.martin',
  'paul.martin',
  'tournesol',
  'coquelicot',
];

test('neither question, answer nor account stands in clear in what the extension keeps', async ({
  site,
  browser_: browser,
}) => {
  const options = await setUp(browser);
  await importFile(options, 'py-client.json');
  const accepted = await meet(browser, site, 'marie.martin', CITY);
  await send(accepted);
  await accepted.see('Bienvenue Marie');
  await options.waitFor(
    'the confirmed answer',
    async () => {
      dispatchEvent(new Event('focus'));
      return document.querySelector('.chip-confirmed') !== null;
    },
    null,
  );
  const question = site.world.account('paul.martin')?.questions[0];
  if (question) question.others = ['PARIS', 'NICE', 'BREST', 'DIJON', 'METZ'];
  const refused = await meet(browser, site, 'paul.martin', CITY);
  expect((await marks(refused)).chosen).toBe('PARIS');
  await send(refused);
  await refused.see('Ce n’est pas la bonne réponse.');
  await options.waitFor(
    'the refused answer',
    async () => {
      dispatchEvent(new Event('focus'));
      return document.querySelector('.chip-refused') !== null;
    },
    null,
  );
  await openSection(options, 'reglages');
  await options.click({ role: 'radio', name: 'Surligner' });
  await options.see('Réglage enregistré.', '#reglages [role="status"]');

  const dump = await readRawRecords(options);
  const [entries, , ...local] = await kept(options);
  expect(entries).toBeGreaterThan(5);
  expect(dump.length).toBeGreaterThan(2_000);
  expect(found(dump)).toEqual([]);
  expect(local).toContainEqual(expect.stringMatching(/^settings: .*"mode":"highlight"/));
  expect(found(local.join())).toEqual([]);

  // The same search finds what is stored in clear, so that its silence above means something.
  await options.evaluate(
    (text) =>
      chrome.storage.local.set({
        bytes: btoa(String.fromCharCode(...new TextEncoder().encode(`?${text}?`))),
        text: 'marie.martin',
      }),
    CITY,
  );
  const control = found(await readRawRecords(options));
  expect(control).toContain(CITY);
  expect(control).toContain('marie.martin');
});

test('a page learns nothing of the extension but its marks', async ({ site, browser_: browser }) => {
  const options = await setUp(browser);
  const page = await meet(browser, site, 'marie.martin', YEAR);
  const before = await traces(page);
  await page.click({ role: 'button', name: 'Annuler' });
  await importFile(options, 'py-client.json');
  await page.close();
  const marked = await meet(browser, site, 'marie.martin', YEAR);
  expect((await marks(marked)).chosen).toBe('1970');
  const after = await traces(marked);

  const added = (kind: 'attributes' | 'elements' | 'globals') =>
    after[kind].filter((name) => !before[kind].includes(name));
  expect(added('attributes')).toEqual(['data-memo-qcm']);
  expect(added('elements')).toEqual(['memo-qcm-mark']);
  expect(added('globals')).toEqual([]);
  expect(before.elements.filter((name) => name.includes('memo'))).toEqual(['memo-qcm-note']);
  expect(after.stored).toEqual(before.stored);
  // The API's host has the same page world without the extension in it, and without the site's own scripts.
  const elsewhere = await browser.open('https://api.ecoledirecte.com/nothing');
  const { globals } = await traces(elsewhere);
  const scripts = ['app', 'for-tests'].map((name) =>
    readFileSync(new URL(`../site/page/${name}.js`, import.meta.url), 'utf8'),
  );
  const isTheSites = (name: string) =>
    new RegExp(`^((async )?(function|const|let) |\\s*window\\.)${name}\\b`, 'm').test(scripts.join('\n'));
  expect(after.globals.filter((name) => !globals.includes(name) && !isTheSites(name))).toEqual([]);
});

/** Secrets that stand in the dump as they are, or in base64 at any of the three places a byte can begin. */
function found(dump: string): string[] {
  return SECRETS.filter((secret) => [secret, ...base64Forms(secret)].some((form) => dump.includes(form)));
}

function base64Forms(text: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
    // The characters at both ends hold bits of their neighbours too.
    return encoded.replace(/=+$/, '').slice(shift === 0 ? 0 : shift + 1, -1);
  });
}

/** How many records IndexedDB holds, in how many stores, and what stands in `storage.local`, as text. */
function kept(options: Tab): Promise<[records: number, stores: number, ...local: string[]]> {
  return options.evaluate(async () => {
    let records = 0;
    let stores = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        stores += 1;
        records += await new Promise<number>((resolve, reject) => {
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
        });
      }
      database.close();
    }
    const local = Object.entries(await chrome.storage.local.get(null));
    return [records, stores, ...local.map(([key, value]) => `${key}: ${JSON.stringify(value)}`)];
  }, null);
}

/** What a script of the page could see of an extension: attributes, elements, globals, the names of what is stored. */
function traces(page: Tab) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const names = (texts: Iterable<string>) => [...new Set(texts)].sort();
    return {
      attributes: names(all.flatMap((element) => element.getAttributeNames())),
      elements: names(all.map(({ localName }) => localName)),
      globals: names([
        ...Object.getOwnPropertyNames(window),
        ...Object.getOwnPropertyNames(document),
        ...Object.getOwnPropertySymbols(window).map(String),
      ]),
      stored: names([...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
    };
  }, null);
}
