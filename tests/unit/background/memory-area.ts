import type { SessionArea } from '../../../lib/background/tab-reports.ts';

/** An area as `storage.session` is: JSON alone, gone with the browser. */
export function memoryArea(): SessionArea {
  const items = new Map<string, string>();
  return {
    get: async (key) =>
      Object.fromEntries(
        [...items]
          .filter(([name]) => key === null || name === key)
          .map(([name, value]) => [name, JSON.parse(value)]),
      ),
    set: async (added) =>
      Object.entries(added).forEach(([name, value]) => void items.set(name, JSON.stringify(value))),
    remove: async (key) => void items.delete(key),
  };
}
