import { browser } from 'wxt/browser';
import type { PageProtocol, Reply } from '../messages.ts';
import type { Surroundings } from './follow-challenge.ts';

/** The two things that the content script may ask. Each rejects when it is refused, or when nobody is there any more. */
export const background: Surroundings['background'] = {
  advice: (request) => ask('advice', request),
  outcome: (report) => ask('outcome', report),
};

async function ask<Name extends keyof PageProtocol>(
  name: Name,
  request: Parameters<PageProtocol[Name]>[0],
): Promise<ReturnType<PageProtocol[Name]>> {
  // Our own background answers, to this very protocol; a page cannot stand in for it.
  const reply: Reply<ReturnType<PageProtocol[Name]>> | undefined = await browser.runtime.sendMessage({
    to: 'page',
    name,
    request,
  });
  if (!reply?.ok) throw new Error(reply?.error ?? 'no reply');
  return reply.value;
}
