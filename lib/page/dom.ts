/**
 * Reads of a page that may shadow the DOM's own names: in `<form><input name="children">` the form's `children` is the
 * input, and `<form id="querySelector">` hides the document's method. So nothing is read from a node by its name;
 * the prototypes' own getters and methods are called on it.
 */

/** All elements below `root` that match, in document order. */
export function all<Found extends Element = Element>(root: Document | Element, selector: string): Found[] {
  const { querySelectorAll } = isDocument(root) ? Document.prototype : Element.prototype;
  return [...(querySelectorAll.call(root, selector) as NodeListOf<Found>)]; // the caller's selector says which kind
}

/** The element around `node`, or null at the top. */
export function parentOf(node: Node): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', node);
}

/** The element children of `element`. */
export function childrenOf(element: Element): Element[] {
  return [...(Reflect.get(Element.prototype, 'children', element) as HTMLCollection)]; // the getter's own type
}

/** Whether `node` is `container` or inside it. */
export function contains(container: Node, node: Node): boolean {
  return Node.prototype.contains.call(container, node);
}

/** An attribute's value, or null. */
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** The letters of what `node` says; see `letters`. */
export function lettersOf(node: Node): string {
  return letters(Reflect.get(Node.prototype, 'textContent', node) ?? '');
}

/**
 * The letters of `text`, without white space and invisible characters, for comparing a page with the API: a line break
 * in the markup is a space to a reader and none in the DOM, and no two propositions differ in nothing else.
 */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cf}]/gu, '');
}

function isDocument(root: Node): root is Document {
  return Reflect.get(Node.prototype, 'nodeType', root) === Node.DOCUMENT_NODE;
}
