import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** Has the put of that number fail, of all that come from now on; `vi.restoreAllMocks` ends it. */
export function failPut(number: number, fail: (store: IDBObjectStore) => void) {
  const real = FakeObjectStore.prototype.put;
  let count = 0;
  vi.spyOn(FakeObjectStore.prototype, 'put').mockImplementation(function put(
    this: IDBObjectStore,
    ...args: Parameters<typeof real>
  ) {
    count += 1;
    if (count === number) fail(this);
    return real.apply(this, args);
  });
}

/** Has the disk be full from now on; `vi.restoreAllMocks` ends it. */
export function fillDisk() {
  vi.spyOn(FakeObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}
