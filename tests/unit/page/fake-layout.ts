import { vi } from 'vitest';

/**
 * What happy-dom has not, or elsewhere than browsers: it lays nothing out, and the text of an element is not reached by
 * Node's own getter. For `vi.mock` of the modules that read these.
 */
export const visible = () => ({
  isSeen: vi.fn(() => true),
  isInSight: vi.fn(() => true),
  isShown: vi.fn(() => true),
  isRendered: vi.fn(() => true),
});

export async function dom(load: () => Promise<typeof import('../../../lib/page/dom.ts')>) {
  const real = await load();
  const textOf = ({ textContent }: Node) => textContent ?? '';
  return { ...real, textOf, lettersOf: (node: Node) => real.letters(textOf(node)) };
}
