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
  /** Has the owner's events of a type looked at: whether their hand was on an option. */
  const listen = (
    tree: Tree,
    type: string,
    isTouch: (target: Node, found: LocatedChallenge, labels: HTMLElement[], event: Event) => boolean,
  ) => {
    const hear = (event: Event) => {
      const [target] = event.composedPath();
      const found = event.isTrusted ? located() : null;
      if (found && isNode(target)) {
        const labels = [...found.options.values()].map(({ label }) => label);
        if (isTouch(target, found, labels, event)) onTouch();
      }
      setTimeout(onChoice);
    };
    EventTarget.prototype.addEventListener.call(tree, type, hear, { capture: true, signal });
  };
  return (trees) => {
    for (const tree of trees.filter((one) => !watched.has(one))) {
      watched.add(tree);
      observer.observe(tree, { childList: true, subtree: true, characterData: true });
      // A change tells of radio buttons and lists, also by the keyboard, but does not leave the shadow root that it happens
      // in, and nothing leaves a frame; a click tells of options that are none of these.
      listen(tree, 'change', (target, { scope }) => !isOurs() && contains(scope, target));
      listen(tree, 'click', (target, _, labels) => labels.some((label) => contains(label, target)));
      // Of widgets that are none of the browser's own, their keys: on an option, or on what holds the options.
      listen(tree, 'keydown', (target, { scope }, labels, event) => {
        // By its name: an event in a frame is of that frame's class.
        if (Reflect.get(event, 'key') === 'Tab' || !contains(scope, target)) return false;
        return labels.some((label) => contains(label, target) || contains(target, label));
      });
    }
  };
}
