/**
 * Reads of a page that may shadow the DOM's own names: in `<form><input name="children">` the form's `children` is the
 * input, and `<form id="querySelector">` hides the document's method. So nothing is read from a node by its name;
 * the prototypes' own getters and methods are called on it. They serve for nodes of a frame too, which are instances of
 * that frame's classes and so of none of ours.
 */

/** A tree of nodes: a document, or an open shadow root. */
export type Tree = Document | ShadowRoot;

/** All elements below `root` that match, in document order; those in shadow roots and frames below it are not among them. */
export function all<Found extends Element = Element>(root: Tree | Element, selector: string): Found[] {
  const { querySelectorAll } = prototypeOf(root);
  return [...(querySelectorAll.call(root, selector) as NodeListOf<Found>)]; // the caller's selector says which kind
}

/**
 * Every tree of the page that scripts can read, outer before inner: `root`'s own, its open shadow roots, the documents of
 * its frames of the same origin, and so on within these. Of an element it is what is below.
 */
export function treesOf<Root extends Tree | Element>(root: Root): (Root | Tree)[] {
  const inner = all(root, '*').flatMap((element) => {
    const tree = shadowOf(element) ?? frameDocumentOf(element);
    return tree ? treesOf(tree) : [];
  });
  return [root, ...inner];
}

/** The open shadow root of `element`, or null. */
function shadowOf(element: Element): ShadowRoot | null {
  return Reflect.get(Element.prototype, 'shadowRoot', element);
}

function frameDocumentOf(element: Element): Document | null {
  if (!isNamed(element, 'iframe')) return null;
  // Null where the frame is of another origin.
  return Reflect.get(HTMLIFrameElement.prototype, 'contentDocument', element);
}

/** The frame that shows the document of `node`; null in the page's own document. */
export function frameOf(node: Node): Element | null {
  const view = viewOf(node);
  return view !== window ? view.frameElement : null;
}

/** The document that `node` is in. */
export function documentOf(node: Node): Document {
  // Null for a document alone.
  return Reflect.get(Node.prototype, 'ownerDocument', node) ?? (node as Document);
}

/** The element around `node`: around a shadow root its host, around a frame's document the frame; null at the top. */
export function parentOf(node: Node): Element | null {
  const parent: Node | null = Reflect.get(Node.prototype, 'parentNode', node);
  return parent && typeOf(parent) !== 1 ? outOf(parent) : (parent as Element | null); // the only other kind of parent
}

/** `element` and each one around it, outwards, through shadow roots and frames. */
export function outwards(element: Element | null): Element[] {
  return element ? [element, ...outwards(parentOf(element))] : [];
}

/** The nearest of these that matches. */
export function closest(element: Element, selector: string): Element | undefined {
  return outwards(element).find((around) => matches(around, selector));
}

/** Whether `element` matches a selector. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** The elements right below `node`. */
export function childrenOf(node: Tree | Element): Element[] {
  const nodes: NodeList = Reflect.get(Node.prototype, 'childNodes', node);
  return [...nodes].filter((child): child is Element => typeOf(child) === 1);
}

/** Whether `node` is `container` or inside it, be it in a shadow root or a frame. */
export function contains(container: Node, node: Node): boolean {
  if (Node.prototype.contains.call(container, node)) return true;
  const around = outOf(node);
  return around !== null && contains(container, around);
}

/** What `compareDocumentPosition` returns; see `Node.DOCUMENT_POSITION_DISCONNECTED`. */
const DISCONNECTED = 1;
const FOLLOWING = 4;

/** Whether `node`, or the host or frame that it is in, comes after `other` in its tree, be it inside it or behind it. */
export function follows(other: Node, node: Node): boolean {
  const position = Node.prototype.compareDocumentPosition.call(other, node);
  if (position & DISCONNECTED) {
    const around = outOf(node);
    return around !== null && follows(other, around);
  }
  return (position & FOLLOWING) !== 0;
}

/** What the tree of `node` hangs on: a host or a frame; null for the page's own document. */
export function outOf(node: Node): Element | null {
  const root = Node.prototype.getRootNode.call(node);
  return typeOf(root) === 11 ? (Reflect.get(root, 'host') ?? null) : frameOf(node);
}

/** A new element of `document`, whatever that document's own names were made to mean. */
export function make(document: Document, name: string): HTMLElement {
  return Document.prototype.createElement.call(document, name);
}

/** The window that shows `node`'s document; this one where there is none. */
export function viewOf(node: Node): Window {
  return Reflect.get(Document.prototype, 'defaultView', documentOf(node)) ?? window;
}

/** An attribute's value, or null. */
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Whether an element is one of these, by its tag. */
export function isNamed(element: Element, ...names: string[]): boolean {
  return names.includes(Reflect.get(Element.prototype, 'localName', element));
}

/** The labels that belong to a form's control by the markup. */
export function labelsOf(input: Element): HTMLElement[] {
  const labels: NodeListOf<HTMLElement> | null = Reflect.get(HTMLInputElement.prototype, 'labels', input);
  return [...(labels ?? [])];
}

/** Whether `node` is on the page now. */
export function isThere(node: Node): boolean {
  const view = Reflect.get(Document.prototype, 'defaultView', documentOf(node));
  return view !== null && Reflect.get(Node.prototype, 'isConnected', node);
}

/** Whether `value`, of an event for instance, is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}

/** The letters of what `node` says; see `letters`. */
export function lettersOf(node: Node): string {
  return letters(textOf(node));
}

/** All the text inside `node`. */
export function textOf(node: Node): string {
  return Reflect.get(Node.prototype, 'textContent', node) ?? '';
}

/** `text` as it would be typed: line breaks and indents of the markup are none of it. */
export function typed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

/**
 * The letters of `text`, without white space and invisible characters, for comparing a page with the API: a line break
 * in the markup is a space to a reader and none in the DOM, and no two propositions differ in nothing else.
 */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cf}]/gu, '');
}

function prototypeOf(root: Tree | Element): ParentNode {
  const kinds = { 1: Element.prototype, 9: Document.prototype, 11: DocumentFragment.prototype };
  return kinds[typeOf(root) as keyof typeof kinds]; // the three kinds that a root can be
}

function typeOf(node: Node): number {
  return Reflect.get(Node.prototype, 'nodeType', node);
}
