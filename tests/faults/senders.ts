import { dispatch } from '../../lib/background/dispatch.ts';
import { ownerRequests, pageRequests } from '../../lib/background/requests.ts';
import type { Figure } from './figure.ts';
import { advice, content, forged, outcome, owners, popup, self } from './messages.ts';

/**
 * Proves that no message is answered to anyone but its own sender: every message there is, each in its right shape, from
 * every forged sender, to desks that answer all that reaches them. The honest senders are answered, so that silence
 * means a refusal.
 */
export async function forgeSenders(): Promise<Figure> {
  const messages = [advice, outcome, ...owners];
  const known = [...Object.keys(pageRequests), ...Object.keys(ownerRequests)];
  const counts = {
    senders: forged.length,
    messages: messages.length,
    missing: known.filter((name) => !messages.some((message) => message.name === name)).length,
    tried: 0,
    answered: 0,
    honest: 0,
  };
  const desk = new Proxy({}, { get: () => async () => 'answered' });
  const desks = { page: desk as never, owner: desk as never }; // they answer every name of either protocol
  for (const message of messages) {
    for (const [, sender] of forged) {
      counts.tried += 1;
      if ((await dispatch(message, sender, self, desks)).ok) counts.answered += 1;
    }
    const honest = message.to === 'page' ? content : popup;
    if ((await dispatch(message, honest, self, desks)).ok) counts.honest += 1;
  }
  const isWhole = counts.senders >= 24 && counts.missing === 0 && counts.honest === messages.length;
  return { check: 'forged senders', where: 'node', counts, asPromised: isWhole && counts.answered === 0 };
}
