import type { Sender } from '../../lib/background/senders.ts';

/** This extension, as the browser would name it. */
export const self = { id: 'memo-qcm', origin: 'chrome-extension://memo-qcm' };
const SITE = 'https://www.ecoledirecte.com';
export const content: Sender = {
  id: self.id,
  url: `${SITE}/login?cameFrom=%2FAccueil`,
  origin: SITE,
  frameId: 0,
  tab: { id: 7 },
};
export const popup: Sender = { id: self.id, url: `${self.origin}/popup.html`, origin: self.origin };
export const optionsTab: Sender = {
  ...popup,
  url: `${self.origin}/options.html`,
  frameId: 0,
  tab: { id: 8 },
};

const importRequest = {
  held: 'x',
  account: null,
  lastIsDeclared: false,
  conflicts: { all: 'mine', each: [] },
};

/** Every message of both lists, each in its right shape. */
export const advice = {
  to: 'page',
  name: 'advice',
  request: { question: 'Q', propositions: ['A'], account: null, source: 'probe' },
};
export const outcome = {
  to: 'page',
  name: 'outcome',
  request: { kind: 'accepted', question: 'Q', proposition: 'A', code: 200, byHand: true },
};
export const owners = [
  { name: 'status', request: { tabId: null } },
  { name: 'consent', request: {} },
  { name: 'startOver', request: { passphrase: 'x' } },
  { name: 'moveAccount', request: { from: null, to: 'x' } },
  { name: 'deleteAccount', request: { account: 'x' } },
  { name: 'exportRaw', request: {} },
  { name: 'allowAdvice', request: { tabId: 1 } },
  { name: 'choose', request: { tabId: 1 } },
  { name: 'decide', request: { account: null, question: 'Q', decision: 'save', tabId: null } },
  { name: 'diagnose', request: { tabId: 1 } },
  { name: 'unlock', request: { passphrase: 'x' } },
  { name: 'lock', request: {} },
  { name: 'setPassphrase', request: { passphrase: 'x' } },
  { name: 'changePassphrase', request: { current: 'x', next: 'y' } },
  { name: 'removePassphrase', request: { current: 'x' } },
  { name: 'renewDeadline', request: {} },
  { name: 'list', request: {} },
  { name: 'reveal', request: { id: 'x' } },
  { name: 'save', request: { id: null, account: null, question: 'Q', answers: ['A'] } },
  { name: 'settle', request: { id: 'x', answer: 'A' } },
  { name: 'health', request: {} },
  { name: 'mend', request: { kind: 'alike', ids: ['x', 'y'] } },
  { name: 'delete', request: { ids: null } },
  { name: 'undo', request: { by: 0 } },
  { name: 'holdEntries', request: { held: null, entries: [] } },
  { name: 'importProgress', request: { held: 'x' } },
  { name: 'dropImport', request: { held: 'x' } },
  { name: 'previewImport', request: importRequest },
  { name: 'import', request: importRequest },
  { name: 'export', request: { account: null, passphrase: null } },
  { name: 'draft', request: {} },
  { name: 'keepDraft', request: { draft: null } },
  { name: 'journal', request: {} },
  { name: 'purgeJournal', request: { before: null } },
].map((call) => ({ to: 'owner', ...call }));

/** Senders that are none of ours, and what each pretends. */
export const forged: [string, Sender][] = [
  ['nobody', {}],
  ['another extension', { ...popup, id: 'other' }],
  ['another extension under our address', { ...content, id: 'other' }],
  ['no id', { ...content, id: undefined }],
  ['no address', { ...content, url: undefined }],
  [
    'the site over http',
    { ...content, url: 'http://www.ecoledirecte.com/login', origin: 'http://www.ecoledirecte.com' },
  ],
  ['the site on another port', { ...content, url: `${SITE}:8443/login`, origin: `${SITE}:8443` }],
  ['the bare domain', { ...content, url: 'https://ecoledirecte.com/', origin: 'https://ecoledirecte.com' }],
  [
    'another host of the domain',
    { ...content, url: 'https://api.ecoledirecte.com/', origin: 'https://api.ecoledirecte.com' },
  ],
  [
    'a host that ends alike',
    { ...content, url: 'https://xwww.ecoledirecte.com/', origin: 'https://xwww.ecoledirecte.com' },
  ],
  [
    'a host that begins alike',
    {
      ...content,
      url: 'https://www.ecoledirecte.com.evil.fr/',
      origin: 'https://www.ecoledirecte.com.evil.fr',
    },
  ],
  [
    'the site as a user name',
    { ...content, url: 'https://www.ecoledirecte.com@evil.fr/', origin: 'https://evil.fr' },
  ],
  ['the site in a path', { ...content, url: `https://evil.fr/${SITE}`, origin: 'https://evil.fr' }],
  ['a frame in the site', { ...content, frameId: 3 }],
  ['an unknown frame', { ...content, frameId: undefined }],
  ['no tab', { ...content, tab: undefined }],
  ['a tab without a number', { ...content, tab: {} }],
  ['a tab that is none', { ...content, tab: { id: -1 } }],
  ['an origin that is not the address’s', { ...content, origin: 'https://evil.fr' }],
  ['an opaque origin on the site', { ...content, origin: 'null' }],
  ['our page’s address with the site’s origin', { ...popup, origin: SITE }],
  [
    'another extension’s page',
    { ...popup, url: 'chrome-extension://other/popup.html', origin: 'chrome-extension://other' },
  ],
  [
    'our id under another scheme',
    { ...popup, url: 'https://memo-qcm/popup.html', origin: 'https://memo-qcm' },
  ],
  ['a data address', { ...content, url: 'data:text/html,x', origin: 'null' }],
  ['an about page', { ...content, url: 'about:blank', origin: undefined }],
  ['a blob of the site', { ...content, url: `blob:${SITE}/1234`, origin: undefined }],
  ['what is no address', { ...content, url: 'www.ecoledirecte.com' }],
];
