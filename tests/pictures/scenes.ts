import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';
import { fixture, LOGIN, logIn, noted } from '../e2e/extension.ts';
import type { Memory } from '../matrix/memory.ts';
import type { Site } from '../site/server.ts';
import { MANY } from './family.ts';

/** What a scene is set with. */
export interface Stage {
  browser: Browser;
  site: Site;
  memory: Memory;
}

/** A picture to be taken: the tab that is in it, in CSS pixels; `store` for those that the stores show. */
export interface Scene {
  name: string;
  width: number;
  height: number;
  store: boolean;
  open(stage: Stage): Promise<Tab>;
}

const STORE = { width: 1280, height: 800, store: true };
const TAB = { width: 1280, height: 800, store: false };
const POPUP = { width: 360, height: 600, store: false };
const CITY = 'Quelle est votre ville de résidence ?';

/** The popup and the sections have what is looked for here once they are whole. */
const section = (id: string, part: string) => async (stage: Stage) => {
  const tab = await stage.browser.openExtension(`options.html#${id}`);
  await present(tab, part);
  return tab;
};

/** In the order of their telling: the page, the list, what is done with it, and nothing at all. */
export const SCENES: readonly Scene[] = [
  { name: 'page', ...STORE, open: (stage) => question(stage, CITY) },
  { name: 'answers', ...STORE, open: section('reponses', '.rows .row') },
  {
    name: 'import',
    ...STORE,
    async open(stage) {
      const tab = await section('importer', 'input[type="file"]')(stage);
      await tab.setFiles('input[type="file"]', fixture('qcm/home-assistant-unpruned.json'));
      await present(tab, '.preview .counts');
      return tab;
    },
  },
  { name: 'verify', ...STORE, open: section('verifier', '#verifier progress') },
  { name: 'settings', ...STORE, open: section('reglages', '#reglages fieldset') },
  { name: 'candidates', ...TAB, open: (stage) => question(stage, 'Quel est le niveau scolaire de Léa ?') },
  {
    name: 'many',
    ...TAB,
    height: 1600,
    async open(stage) {
      const tab = await section('verifier', '#verifier progress')(stage);
      for (let skipped = 0; skipped < 2; skipped += 1)
        await tab.click('#verifier .actions button:first-child');
      await tab.see(MANY);
      return tab;
    },
  },
  { name: 'answers-whole', ...TAB, height: 1600, open: section('reponses', '.rows .row') },
  { name: 'export', ...TAB, open: section('exporter', '#exporter fieldset') },
  { name: 'accounts', ...TAB, open: section('comptes', '#comptes li') },
  { name: 'journal', ...TAB, open: section('journal', '#journal li') },
  { name: 'help', ...TAB, open: section('aide', '#aide h2') },
  {
    name: 'popup',
    ...POPUP,
    async open({ browser }) {
      const popup = await browser.openExtension('popup.html');
      await present(popup, '.rows .row');
      return popup;
    },
  },
  {
    name: 'health',
    ...TAB,
    async open(stage) {
      await stage.memory.declare('marie.martin', 'quelle est votre ville de residence', 'Paris');
      return section('sante', '#sante [data-kind] li')(stage);
    },
  },
  {
    name: 'empty',
    ...TAB,
    async open({ browser, memory }) {
      await memory.reset('select');
      const tab = await browser.openExtension('options.html');
      await present(tab, '.empty');
      return tab;
    },
  },
];

/** Logs in, and waits for the question with the extension's note in it. */
async function question({ browser, site }: Stage, text: string): Promise<Tab> {
  site.world.askNext('marie.martin', text);
  const tab = await browser.open(LOGIN);
  await logIn(tab, site, 'marie.martin');
  await noted(tab, text);
  return tab;
}

function present(tab: Tab, css: string): Promise<boolean> {
  return tab.waitFor(css, (wanted) => document.querySelector(wanted) !== null, css);
}
