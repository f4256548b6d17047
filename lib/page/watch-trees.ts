import { contains, isNode, type Tree } from './dom.ts';
import type { LocatedChallenge } from './locate.ts';

/** What is heard of a page while a question is on it. */
export interface Heard {
  /** Where the question is now; null while it is nowhere. Asked only when the owner does something. */
  located: () => LocatedChallenge | null;
  /** What a script's click changes is told by an event that browsers trust: whether this one is ours. */
  isOurs: () => boolean;
  /** Nodes came, went, or say something else. */
  onMutation: () => void;
  /** The owner has their hand on an option. */
  onTouch: () => void;
  /** What is chosen may have changed. */
  onChoice: () => void;
}

/** Hears each tree that the function returned is given, once, until `signal`. */
export function watchTrees(
  { located, isOurs, onMutation, onTouch, onChoice }: Heard,
  signal: AbortSignal,
): (trees: readonly Tree[]) => void {
  const watched = new WeakSet<Tree>();
  const observer = new MutationObserver(onMutation);
  signal.addEventListener('abort', () => observer.disconnect());
  /** What an event of the owner's own happened on, with the question that is there; null for all other events. */
  const byOwner = (event: Event) => {
    const [target] = event.composedPath();
    const found = event.isTrusted ? located() : null;
    if (!found || !isNode(target)) return null;
    return { target, found, labels: [...found.options.values()].map(({ label }) => label) };
  };
  // A change tells of radio buttons and lists, also by the keyboard; a click of options that are none of these.
  const onClick = (event: Event) => {
    const heard = byOwner(event);
    if (!heard) return;
    if (heard.labels.some((label) => contains(label, heard.target))) onTouch();
    setTimeout(onChoice);
  };
  const onChange = (event: Event) => {
    const heard = byOwner(event);
    if (heard && !isOurs() && contains(heard.found.scope, heard.target)) onTouch();
    setTimeout(onChoice);
  };
  // Of widgets that are none of the browser's own, their keys: on an option, or on what holds the options.
  const onKey = (event: Event) => {
    const heard = byOwner(event);
    // By its name: an event in a frame is of that frame's class.
    if (!heard || Reflect.get(event, 'key') === 'Tab') return;
    const { target, found, labels } = heard;
    const isOnOptions = labels.some((label) => contains(label, target) || contains(target, label));
    if (contains(found.scope, target) && isOnOptions) onTouch();
  };
  return (trees) => {
    for (const tree of trees.filter((one) => !watched.has(one))) {
      watched.add(tree);
      observer.observe(tree, { childList: true, subtree: true, characterData: true });
      // A change does not leave the shadow root that it happens in, and nothing leaves a frame.
      const options = { capture: true, signal };
      const listen = (type: string, hear: (event: Event) => void) =>
        EventTarget.prototype.addEventListener.call(tree, type, hear, options);
      listen('change', onChange);
      listen('click', onClick);
      listen('keydown', onKey);
    }
  };
}
