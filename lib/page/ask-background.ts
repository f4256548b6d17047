import { browser } from 'wxt/browser';
import { ASK_AGAIN, CHOOSE, type PageProtocol, type Reply, WAKE } from '../messages.ts';
import type { Surroundings } from './surroundings.ts';

/** The two things that the content script may ask. Each rejects when it is refused, or when nobody is there any more. */
export const background: Surroundings['background'] = {
  advice: (request) => ask('advice', request),
  outcome: (report) => ask('outcome', report),
};

/** Has the background awake and its vault at hand when a question comes; asks nothing of it. */
export function wake(): void {
  browser.runtime.sendMessage(WAKE).catch(() => {});
}

/** Calls back whenever the background says that advice may be asked for again. */
export const onAskAgain = (callback: () => void) => onTold(ASK_AGAIN, callback);

/** Calls back whenever the owner asks, outside the page, for their answer to be chosen. */
export const onChoose = (callback: () => void) => onTold(CHOOSE, callback);

function onTold(what: string, callback: () => void): void {
  browser.runtime.onMessage.addListener((message) => {
    if (message === what) callback();
    // Nobody waits for an answer.
    return undefined;
  });
}

/** Waits between tries, in milliseconds: a worker that is stopped with a question on its way is soon there again. */
const RETRIES = [50, 500];

async function ask<Name extends keyof PageProtocol>(
  name: Name,
  request: Parameters<PageProtocol[Name]>[0],
  retries: readonly number[] = RETRIES,
): Promise<ReturnType<PageProtocol[Name]>> {
  // Our own background answers, to this very protocol; a page cannot stand in for it.
  const reply: Reply<ReturnType<PageProtocol[Name]>> | undefined = await browser.runtime
    .sendMessage({ to: 'page', name, request })
    .catch(() => undefined);
  if (reply?.ok) return reply.value;
  const [wait, ...rest] = retries;
  // Without an id this script was left behind by an update or a removal, and nobody will answer it again.
  if (reply || wait === undefined || !browser.runtime?.id) throw new Error(reply?.error);
  await new Promise((resolve) => setTimeout(resolve, wait));
  return ask(name, request, rest);
}
