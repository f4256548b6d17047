import type { Plugin } from 'vite';

/** What a plugin makes of a module, in a build of which it uses one thing: to fail. Null where it leaves the module alone. */
export function transformed({ transform }: Plugin, code: string, id: string): string | null {
  if (typeof transform !== 'function') throw new Error('no plain hook');
  const build = {
    error(message: string) {
      throw new Error(message);
    },
  };
  const changed = transform.call(build as never, code, id) as { code: string } | null; // all that is used of it, and returned
  return changed?.code ?? null;
}
