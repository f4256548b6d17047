import { all, attribute, contains, documentOf, isNamed, treesOf } from './dom.ts';

/** Less opaque than this, a thing over an option leaves it readable. */
const FAINT = 0.3;
const PICTURES = ['img', 'video', 'canvas', 'svg', 'iframe'];

/** A node that has to be seen, and a point of it in its own window. */
export interface Level {
  node: Element;
  at: { x: number; y: number };
}

/**
 * Whether something is painted over one of these points that lets clicks through, and so is never hit there: `isHit` is
 * asked again while all that is of this kind can be.
 */
export function isUnderGhost(levels: readonly Level[], isHit: () => boolean): boolean {
  const ghosts = treesOf(document)
    .flatMap((tree) => all<HTMLElement>(tree, '*'))
    .filter((one) => isOver(one, levels) && isGhost(one));
  if (ghosts.length === 0) return false;
  const restore = ghosts.map(solidify);
  try {
    return !isHit();
  } finally {
    for (const undo of restore) undo();
  }
}

/** Whether an element covers one of the points in its window, and is neither around nor inside the node to be seen there. */
function isOver(element: Element, levels: readonly Level[]): boolean {
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  return levels.some(
    ({ node, at: { x, y } }) =>
      documentOf(element) === documentOf(node) &&
      left <= x &&
      x <= right &&
      top <= y &&
      y <= bottom &&
      !contains(element, node) &&
      !contains(node, element),
  );
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
