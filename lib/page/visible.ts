import { contains, documentOf, frameOf, isNamed, parentOf } from './dom.ts';

/** Less opaque than this, by itself or through anything around it, an element is not there for a person to judge. */
const MIN_OPACITY = 0.7;
/** Smaller than this in either direction, in CSS pixels, nobody reads it. */
const MIN_SIZE = 8;

/**
 * Whether a person sees `element` now: opaque enough with all that is around it, of some size, and on the screen with
 * nothing over its middle. One that is only scrolled out of sight is brought into it first.
 */
export function isSeen(element: Element): boolean {
  if (!isShown(element)) return false;
  if (!isOnScreen(element)) Element.prototype.scrollIntoView.call(element, { block: 'nearest' });
  return opacityOf(element) >= MIN_OPACITY && isOnScreen(element) && isOnTop(element);
}

/** Whether the browser renders `element`, be it in sight or not. */
export function isShown(element: Element): boolean {
  const shown = Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
  });
  const { width, height } = rectOf(element);
  return shown && width >= MIN_SIZE && height >= MIN_SIZE;
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let around: Element | null = element; around; around = parentOf(around)) {
    opacity *= Number(getComputedStyle(around).opacity);
  }
  return opacity;
}

/** Within its own window, and that window's frame within the next, up to the page's. */
function isOnScreen(element: Element, edges: Edges = rectOf(element)): boolean {
  const { left, top, right, bottom } = edges;
  const view = viewOf(element);
  if (left < 0 || top < 0 || right > view.innerWidth || bottom > view.innerHeight) return false;
  const frame = frameOf(element);
  return !frame || isOnScreen(frame, shifted(edges, frame));
}

/** Whether the middle of `element` is hit by it in its own window, and its frame there in the next, up to the page's. */
function isOnTop(element: Element, edges: Edges = rectOf(element)): boolean {
  const { left, top, right, bottom } = edges;
  const over = elementAt(element, (left + right) / 2, (top + bottom) / 2);
  // Over a label there may be its own radio button, made transparent to style another in its place.
  if (!over || !(contains(element, over) || (isNamed(over, 'input') && isOf(over, element)))) return false;
  const frame = frameOf(element);
  return !frame || isOnTop(frame, shifted(edges, frame));
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Edges within a frame as the window around it sees them; a frame that is scaled is off, and so counts as not seen. */
function shifted({ left, top, right, bottom }: Edges, frame: Element): Edges {
  const outer = rectOf(frame);
  const [x, y] = [outer.left + frame.clientLeft, outer.top + frame.clientTop];
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** What is topmost at a point of the element's window, looked for inside the element's own tree. */
function elementAt(element: Element, x: number, y: number): Element | null {
  const root = Node.prototype.getRootNode.call(element);
  const isShadow = 'host' in root && 'elementFromPoint' in root;
  if (!isShadow) return Document.prototype.elementFromPoint.call(documentOf(element), x, y);
  const outermost = Document.prototype.elementFromPoint.call(documentOf(element), x, y);
  const inside = (root as ShadowRoot).elementFromPoint(x, y); // as just seen
  // What lies over the host from outside is topmost in the document, and hides what the shadow root says.
  return outermost && contains(outermost, element) ? inside : outermost;
}

function viewOf(element: Element): Window {
  return Reflect.get(Document.prototype, 'defaultView', documentOf(element)) ?? window;
}

function isOf(input: Element, label: Element): boolean {
  const labels: NodeListOf<Element> | null = Reflect.get(HTMLInputElement.prototype, 'labels', input);
  return [...(labels ?? [])].some((own) => own === label);
}

function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}
