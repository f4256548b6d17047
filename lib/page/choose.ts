import { isDisabled, type Option } from './options.ts';
import { isSeen } from './visible.ts';

/** A page has this long to show what came of a step before the next is made, in milliseconds; slow ones take most of it. */
const SETTLES_IN = 1_000;

/**
 * `chosen` has just been chosen by this; `as-it-was` needed nothing; `trying` was tried, and what
 * came of it is not to be seen yet; `waiting` can be seen or worked by nobody yet.
 */
export type Progress = 'chosen' | 'as-it-was' | 'trying' | 'waiting' | 'failed';

/**
 * Chooses the same option over and over on a page that may make its nodes anew, by the events that its owner's own click
 * or keys would cause, since a page's framework looks at nothing else. The function returned makes one step at most, and
 * none where that would send at once, or where the owner does not see the option.
 */
export function makeChooser(now = () => performance.now()): (option: Option) => Progress {
  let step = 0;
  let mayScroll = true;
  let last = -SETTLES_IN;
  const settle = () => {
    const isNew = step > 0;
    step = 0;
    last = -SETTLES_IN;
    return isNew ? 'chosen' : 'as-it-was';
  };
  return (option) => {
    if (option.isChosen()) return settle();
    if (!option.choose) return 'failed';
    if (now() - last < SETTLES_IN) return 'trying';
    if (isDisabled(option.control)) return 'waiting';
    // From then on it is for its owner to scroll.
    const isThere = isSeen(option.shown, mayScroll);
    mayScroll = false;
    if (!isThere) return 'waiting';
    const isTried = option.choose(step);
    if (isTried) {
      step += 1;
      last = now();
    }
    if (option.isChosen()) return settle();
    return isTried ? 'trying' : 'failed';
  };
}
