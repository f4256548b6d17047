import {
  contains,
  documentOf,
  frameOf,
  isNamed,
  labelsOf,
  outOf,
  parentOf,
  type Tree,
  viewOf,
} from './dom.ts';
import { isUnderGhost, type Level } from './ghosts.ts';

/** Less opaque than this, by itself or through anything around it, an element is not there for a person to judge. */
const MIN_OPACITY = 0.7;
/** Smaller than this in either direction, in CSS pixels, nobody reads it. */
const MIN_SIZE = 8;
/** Filters and masks that may hide what is opaque by its `opacity`. */
const HIDING = /opacity|blur|brightness|contrast|url|gradient/;

/**
 * Whether a person sees `element` now: opaque enough with all that is around it, of some size, and on the screen with
 * nothing over it. One that may only be scrolled out of sight, be it of the window or of a list in it, is brought into it
 * first, where `mayScroll`.
 */
export function isSeen(element: Element, mayScroll = true): boolean {
  if (mayScroll && !isInSight(element)) Element.prototype.scrollIntoView.call(element, { block: 'center' });
  return opacityOf(element) >= MIN_OPACITY && isInSight(element);
}

/** Whether `element` is in sight as the page stands, with nothing over it. */
export function isInSight(element: Element): boolean {
  return isShown(element) && isOnScreen(element) && isOnTop(element);
}

/** Whether the browser renders `element` at a size that can be read, be it in sight or not, and the frames that it is in. */
export function isShown(element: Element): boolean {
  const { width, height } = rectOf(element);
  const frame = frameOf(element);
  return width >= MIN_SIZE && height >= MIN_SIZE && isRendered(element) && (!frame || isShown(frame));
}

/** The same by styles alone, at whatever size: to look at it does not have the browser lay out the page. */
export function isRendered(element: Element): boolean {
  const frame = frameOf(element);
  const isVisible = Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
  });
  return isVisible && (!frame || isRendered(frame));
}

/** How opaque `element` is with all that is around it; 0 where a filter or a mask makes that hard to tell. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let around: Element | null = element; around; around = parentOf(around)) {
    const style = getComputedStyle(around);
    opacity *= HIDING.test(style.filter + style.maskImage) ? 0 : Number(style.opacity);
  }
  return opacity;
}

interface Point {
  x: number;
  y: number;
}

/** Within its own window, and that window's frame within the next, up to the page's. */
function isOnScreen(element: Element): boolean {
  const { left, top, right, bottom } = rectOf(element);
  return isInView(element, { x: left, y: top }) && isInView(element, { x: right, y: bottom });
}

function isInView(element: Element, { x, y }: Point): boolean {
  const view = viewOf(element);
  // Scrolling stops at whole pixels.
  if (x < -1 || y < -1 || x > view.innerWidth + 1 || y > view.innerHeight + 1) return false;
  const frame = frameOf(element);
  return !frame || (!isScaled(frame) && isInView(frame, throughFrame(frame, { x, y })));
}

/** Whether nothing lies over the middle of `element`, nor over its left and right parts. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = rectOf(element);
  // The box of a label that runs over several lines has gaps.
  const isWhole = Element.prototype.getClientRects.call(element).length === 1;
  const points = (isWhole ? [0.5, 0.2, 0.8] : [0.5]).map((part) => {
    return { x: left + width * part, y: top + height / 2 };
  });
  const areHit = () => points.every((point) => isHit(element, point));
  return (
    areHit() &&
    !isUnderGhost(
      points.flatMap((point) => levelsOf(element, point)),
      areHit,
    )
  );
}

/** Whether a point of `element` is its own, and in each tree around that of its host or frame. */
function isHit(element: Element, point: Point): boolean {
  return levelsOf(element, point).every(({ node, at }) => {
    const over = elementAt(node, at);
    if (over === node || node !== element) return over === node;
    // Over a label there may be its own radio button, made transparent to style another in its place.
    return (
      over !== null &&
      (contains(element, over) ||
        (isNamed(over, 'input') && labelsOf(over).some((label) => label === element)))
    );
  });
}

/** `element`, then its host or frame, and so on outwards, each with the point as its own window counts it. */
function levelsOf(element: Element, at: Point): Level[] {
  const around = outOf(element);
  if (!around) return [{ node: element, at }];
  const outside = isNamed(around, 'iframe') ? throughFrame(around, at) : at;
  return [{ node: element, at }, ...levelsOf(around, outside)];
}

function elementAt(node: Element, { x, y }: Point): Element | null {
  const tree = Node.prototype.getRootNode.call(node) as Tree; // of what is shown
  // A page's names may hide a document's methods, never a shadow root's.
  const { elementFromPoint } = tree === documentOf(node) ? Document.prototype : tree;
  return elementFromPoint.call(tree as Document, x, y);
}

/** A point within a frame as the window around it counts. */
function throughFrame(frame: Element, { x, y }: Point): Point {
  const { left, top } = rectOf(frame);
  return { x: x + left + frame.clientLeft, y: y + top + frame.clientTop };
}

/** What is in a scaled frame is neither as large as it says nor where it says. */
function isScaled(frame: Element): boolean {
  const { width, height } = rectOf(frame);
  const { offsetWidth, offsetHeight } = frame as HTMLElement; // a frame has no names of the page's own
  return Math.abs(width - offsetWidth) + Math.abs(height - offsetHeight) > 2;
}

function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}
