import { vi } from 'vitest';

/** Makes PBKDF2 cheap, for tests of what is around it: one iteration, whatever is asked. */
export function makeDerivingCheap() {
  const real = crypto.subtle.deriveKey.bind(crypto.subtle);
  return vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((algorithm, ...rest) => {
    const isPbkdf2 = typeof algorithm === 'object' && algorithm.name === 'PBKDF2';
    return real(isPbkdf2 ? { ...(algorithm as Pbkdf2Params), iterations: 1 } : algorithm, ...rest); // the name tells which
  });
}
