import type { Option } from './options.ts';
import { isSeen } from './visible.ts';

/**
 * Chooses an option by the events that its owner's own click would cause, since a page's framework looks at nothing
 * else. Does nothing where that would send it at once, or where its owner does not see the option.
 */
export function choose(option: Option): void {
  if (option.choose && isSeen(option.shown)) option.choose();
}
