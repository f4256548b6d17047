import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, type OwnerDesk, type PageDesk } from '../../../lib/background/dispatch.ts';
import type { Sender } from '../../../lib/background/senders.ts';
import { CodedError } from '../../../lib/errors.ts';

const self = { id: 'memo-qcm', origin: 'chrome-extension://memo-qcm' };
const SITE = 'https://www.ecoledirecte.com';
const content: Sender = {
  id: self.id,
  url: `${SITE}/login?cameFrom=%2FAccueil`,
  origin: SITE,
  frameId: 0,
  tab: { id: 7 },
};
const popup: Sender = { id: self.id, url: `${self.origin}/popup.html`, origin: self.origin };
const optionsTab: Sender = { ...popup, url: `${self.origin}/options.html`, frameId: 0, tab: { id: 8 } };

/** Desks that write down each call, and answer with its name. */
function desks() {
  const asked: string[] = [];
  const answering = (name: string) => async () => {
    asked.push(name);
    return name;
  };
  const desk = () => new Proxy({}, { get: (_, name) => answering(String(name)) });
  // The proxies answer every name of either protocol; what they answer is not looked at by type.
  return { asked, page: desk() as unknown as PageDesk, owner: desk() as unknown as OwnerDesk };
}

const advice = { to: 'page', name: 'advice', request: { question: 'Q', propositions: ['A'], account: null } };
const outcome = { to: 'page', name: 'outcome', request: { kind: 'accepted', proposition: 'A', code: 200 } };
const owners = [
  { name: 'status', request: { tabId: null } },
  { name: 'consent', request: {} },
  { name: 'startOver', request: { passphrase: 'x' } },
  { name: 'accounts', request: {} },
  { name: 'moveAccount', request: { from: null, to: 'x' } },
  { name: 'deleteAccount', request: { account: 'x' } },
  { name: 'exportRaw', request: {} },
  { name: 'allowAdvice', request: { tabId: 1 } },
  { name: 'unlock', request: { passphrase: 'x' } },
  { name: 'lock', request: {} },
  { name: 'setPassphrase', request: { passphrase: 'x' } },
  { name: 'changePassphrase', request: { current: 'x', next: 'y' } },
  { name: 'removePassphrase', request: { current: 'x' } },
  { name: 'renewDeadline', request: {} },
  { name: 'list', request: {} },
  { name: 'reveal', request: { id: 'x' } },
  { name: 'save', request: { id: null, account: null, question: 'Q', answers: ['A'] } },
  { name: 'delete', request: { ids: 'all' } },
  { name: 'undo', request: {} },
  { name: 'previewImport', request: { entries: [], account: null, lastIsDeclared: false } },
  { name: 'import', request: { entries: [], account: null, lastIsDeclared: false } },
  { name: 'export', request: { account: null } },
  { name: 'journal', request: {} },
].map((call) => ({ to: 'owner', ...call }));

const forged: [string, Sender][] = [
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

describe('who may ask', () => {
  it.each(forged)('refuses everything to %s', async (_, sender) => {
    const answering = desks();
    for (const message of [advice, outcome, ...owners]) {
      expect(await dispatch(message, sender, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
    }
    expect(answering.asked).toEqual([]);
  });

  it('answers the content script its two questions, and none of the owner’s', async () => {
    const answering = desks();
    for (const message of [advice, outcome]) {
      expect(await dispatch(message, content, self, answering)).toEqual({ ok: true, value: message.name });
    }
    for (const message of owners) {
      expect(await dispatch(message, content, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
      const disguised = { ...message, to: 'page' };
      expect(await dispatch(disguised, content, self, answering)).toEqual({
        ok: false,
        error: 'not-allowed',
      });
    }
    expect(answering.asked).toEqual(['advice', 'outcome']);
  });

  it.each([
    ['popup', popup],
    ['tab', optionsTab],
  ])('answers the extension’s own %s, as its owner', async (_, sender) => {
    const answering = desks();
    for (const message of owners) {
      expect(await dispatch(message, sender, self, answering)).toEqual({ ok: true, value: message.name });
    }
    expect(await dispatch(advice, sender, self, answering)).toEqual({ ok: false, error: 'not-allowed' });
    expect(answering.asked).toEqual(owners.map(({ name }) => name));
  });
});

describe('what may be asked', () => {
  it.each([
    ['a text for a list', { ...advice.request, propositions: 'A' }],
    ['no propositions', { ...advice.request, propositions: [] }],
    ['too many propositions', { ...advice.request, propositions: Array(41).fill('A') }],
    ['a number for a text', { ...advice.request, question: 1 }],
    ['something more', { ...advice.request, all: true }],
    ['nothing', undefined],
  ])('refuses %s', async (_, request) => {
    const answering = desks();
    expect(await dispatch({ ...advice, request }, content, self, answering)).toEqual({
      ok: false,
      error: 'bad-request',
    });
    expect(answering.asked).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'refuses the inherited name %s',
    async (name) => {
      for (const [to, sender] of [
        ['page', content],
        ['owner', popup],
      ] as const) {
        expect(await dispatch({ to, name, request: {} }, sender, self, desks())).toEqual({
          ok: false,
          error: 'not-allowed',
        });
      }
    },
  );

  it('refuses 10,000 random messages of the content script without a crash', async () => {
    const answering = desks();
    const messages = fc.oneof(
      fc.anything(),
      fc.record({
        to: fc.constantFrom('page', 'owner'),
        name: fc.constantFrom('advice', 'outcome', 'list', 'export', 'reveal'),
        request: fc.anything(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        const reply = await dispatch(message, content, self, answering);
        expect(reply.ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
    expect(answering.asked).toEqual([]);
  });

  it('tells nothing of an error but its code', async () => {
    const failing = (error: Error) => ({
      ...desks(),
      page: { advice: () => Promise.reject(error), outcome: () => Promise.reject(error) },
    });
    expect(await dispatch(advice, content, self, failing(new CodedError('vault-locked')))).toEqual({
      ok: false,
      error: 'vault-locked',
    });
    expect(await dispatch(advice, content, self, failing(new Error('PARIS')))).toEqual({
      ok: false,
      error: 'internal',
    });
  });
});
