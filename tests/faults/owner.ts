import type { Browser as WebExtension } from 'webextension-polyfill';
import { type List, readList } from '../../components/read-list.ts';
import type { ImportRequest, OwnerProtocol, Reply } from '../../lib/messages.ts';
import type { QcmEntry } from '../../lib/qcm/types.ts';
import type { Tab } from '../browsers/tab.ts';

/** In an extension's page, where the functions handed to `evaluate` run. */
declare const chrome: WebExtension;
/** There too: what came of the message that was sent last without waiting; undefined while nothing did. */
declare let lastReply: unknown;

type Request<Name extends keyof OwnerProtocol> = Parameters<OwnerProtocol[Name]>[0];

/** Asks the background as the extension's own pages do; a background that was stopped meanwhile is asked again. */
export async function ask<Name extends keyof OwnerProtocol>(
  page: Tab,
  name: Name,
  request: Request<Name>,
): Promise<Reply<ReturnType<OwnerProtocol[Name]>>> {
  for (let tries = 0; ; tries += 1) {
    const reply = await page
      .evaluate((message) => chrome.runtime.sendMessage(message).catch(() => null), {
        to: 'owner',
        name,
        request,
      })
      .catch(() => null);
    // Our own background answers, to this very protocol.
    if (reply) return reply as Reply<ReturnType<OwnerProtocol[Name]>>;
    if (tries === 10) throw new Error(`No answer to ${name}.`);
  }
}

/** The same where a refusal is a fault of the check. */
export async function tell<Name extends keyof OwnerProtocol>(
  page: Tab,
  name: Name,
  request: Request<Name>,
): Promise<ReturnType<OwnerProtocol[Name]>> {
  const reply = await ask(page, name, request);
  if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
  return reply.value;
}

/** All that is remembered, part by part as the extension's own pages read it. */
export async function listAll(page: Tab): Promise<List> {
  const list = await readList(
    (request) => tell(page, 'list', request),
    () => {},
  );
  if (!list) throw new Error('no list');
  return list;
}

/** Has the background hold entries for an import, which the request that is returned then asks for. */
export async function holdImport(page: Tab, entries: QcmEntry[]): Promise<ImportRequest> {
  const { held } = await tell(page, 'holdEntries', { held: null, entries });
  return { held, account: null, lastIsDeclared: false, conflicts: { all: 'mine', each: [] } };
}

/** Sends a message and does not wait for what comes of it. */
export async function send<Name extends keyof OwnerProtocol>(
  page: Tab,
  name: Name,
  request: Request<Name>,
): Promise<void> {
  await page.evaluate(
    (message) => {
      Object.assign(globalThis, { lastReply: undefined });
      const sent = chrome.runtime.sendMessage(message);
      void sent
        .catch(() => null)
        .then((reply: unknown) => {
          Object.assign(globalThis, { lastReply: reply });
        });
    },
    { to: 'owner', name, request },
  );
}

/** Whether the message that `send` sent last has been answered with success. */
export function wasDone(page: Tab): Promise<boolean> {
  return page.evaluate(() => Boolean((lastReply as { ok?: boolean } | null | undefined)?.ok), null); // null when its port closed
}
