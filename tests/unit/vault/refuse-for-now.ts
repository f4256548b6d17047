import type { makeMachine } from './platform.ts';

/** The database refuses from now on, for workers that start from now on, until what is returned is called. */
export function refuseForNow(machine: ReturnType<typeof makeMachine>): () => void {
  const real = machine.indexedDB;
  let isRefusing = true;
  const open = (name: string) => {
    if (isRefusing) throw new DOMException('not now', 'InvalidStateError');
    return real.open(name);
  };
  machine.indexedDB = Object.create(real, {
    open: { value: open },
    deleteDatabase: { value: (name: string) => real.deleteDatabase(name) },
  });
  return () => {
    isRefusing = false;
  };
}
