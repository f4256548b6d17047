import { SESSION_KEY } from '../vault/session-key.ts';
import type { SessionArea } from './tab-reports.ts';

/**
 * A session area that is read once in the background's life and answers from memory then; what is written goes to both.
 * For what nobody else writes: a question's advice waits for no reading of it. The vault's key is never among it, since a
 * copy would outlive the lock.
 */
export function readOnce(area: SessionArea): SessionArea {
  let reading: Promise<Map<string, unknown>> | undefined;
  const items = () => {
    reading ??= area.get(null).then(
      (stored) => new Map(Object.entries(stored).filter(([key]) => key !== SESSION_KEY)),
      (error: unknown) => {
        reading = undefined;
        throw error;
      },
    );
    return reading;
  };
  return {
    async get(key) {
      const known = await items();
      if (key === null) return Object.fromEntries(known);
      return known.has(key) ? { [key]: known.get(key) } : {};
    },
    async set(added) {
      const known = await items();
      for (const [key, value] of Object.entries(added)) known.set(key, value);
      await area.set(added);
    },
    async remove(key) {
      (await items()).delete(key);
      await area.remove(key);
    },
  };
}
