import { all, attribute, contains, documentOf, isNamed, treesOf } from './dom.ts';

/** Less opaque than this, a thing over an option leaves it readable. */
const FAINT = 0.3;
const PICTURES = ['img', 'video', 'canvas', 'svg', 'iframe'];

/**
 * Whether something is painted over a point that lets clicks through, and so is never hit there: `isHit` is asked again
 * while all that is of this kind can be. `levels` are the nodes that have to be seen, each with the point in its window.
 */
export function isUnderGhost(
  levels: readonly { node: Element; at: { x: number; y: number } }[],
  isHit: () => boolean,
): boolean {
  const ghosts = levels.flatMap(({ node, at }) =>
    treesOf(documentOf(node))
      .filter((tree) => documentOf(tree) === documentOf(node))
      .flatMap((tree) => all<HTMLElement>(tree, '*'))
      .filter((one) => isAt(one, at) && isGhost(one) && !contains(one, node) && !contains(node, one)),
  );
  if (ghosts.length === 0) return false;
  const restore = ghosts.map(solidify);
  try {
    return !isHit();
  } finally {
    for (const undo of restore) undo();
  }
}

function isAt(element: Element, { x, y }: { x: number; y: number }): boolean {
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  return left <= x && x <= right && top <= y && y <= bottom;
}

function isGhost(element: Element): boolean {
  const { pointerEvents, backgroundImage, backgroundColor, opacity } = getComputedStyle(element);
  if (pointerEvents !== 'none' || Number(opacity) < FAINT) return false;
  return isNamed(element, ...PICTURES) || backgroundImage !== 'none' || alphaOf(backgroundColor) >= FAINT;
}

/** How opaque a computed colour is: `rgba(0, 0, 0, 0.5)`, `color(srgb 0 0 0 / 0.5)`, and 1 for one without an alpha. */
function alphaOf(color: string): number {
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(color);
  return alpha ? Number(alpha[1] ?? alpha[2]) : 1;
}

/** Lets an element be hit; returns what makes it as it was. */
function solidify(element: HTMLElement): () => void {
  // Of its class: a form itself may have a field of this name.
  const style: CSSStyleDeclaration = Reflect.get(Object.getPrototypeOf(element), 'style', element);
  const { cssText } = style;
  const wasStyled = attribute(element, 'style') !== null;
  style.setProperty('pointer-events', 'auto', 'important');
  return () => {
    style.cssText = cssText;
    if (!wasStyled) Element.prototype.removeAttribute.call(element, 'style');
  };
}
