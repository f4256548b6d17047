import { isShown } from './dom.ts';
import type { Option } from './options.ts';

/**
 * Chooses an option by the events that its owner's own click would cause, since a page's framework looks at nothing
 * else. Does nothing where that would send it at once, or where the option is not there to be seen.
 */
export function choose(option: Option): void {
  if (isShown(option.shown)) option.choose?.();
}
