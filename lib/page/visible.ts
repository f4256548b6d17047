import { contains, parentOf } from './dom.ts';

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

function isOnScreen(element: Element): boolean {
  const { left, top, right, bottom } = rectOf(element);
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

function isOnTop(element: Element): boolean {
  const { left, top, width, height } = rectOf(element);
  const root = element.getRootNode();
  const over =
    root instanceof ShadowRoot
      ? root.elementFromPoint(left + width / 2, top + height / 2)
      : Document.prototype.elementFromPoint.call(element.ownerDocument, left + width / 2, top + height / 2);
  // Over a label there may be its own radio button, made transparent to style another in its place.
  return (
    over !== null && (contains(element, over) || (over instanceof HTMLInputElement && isOf(over, element)))
  );
}

function isOf(input: HTMLInputElement, label: Element): boolean {
  return [...(input.labels ?? [])].some((own) => own === label);
}

function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}
