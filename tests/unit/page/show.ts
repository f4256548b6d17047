/** happy-dom has the text of an element elsewhere than browsers do, where Node's own getter does not reach it. */
Object.defineProperty(Node.prototype, 'textContent', {
  configurable: true,
  get(this: Node) {
    const kinds = [Element, DocumentFragment, CharacterData];
    const kind = kinds.find((one) => this instanceof one);
    return kind ? Reflect.get(kind.prototype, 'textContent', this) : null;
  },
});

// Nor does it say that its window is in no frame.
Object.assign(Reflect.get(Document.prototype, 'defaultView', document) ?? {}, { frameElement: null });

/** Makes the page anew from markup; `<template shadowrootmode=open>` becomes its parent's shadow root, as in a browser. */
export function show(markup: string): void {
  document.body.innerHTML = markup;
  attachRoots(document.body);
}

function attachRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachRoots(shadow);
  }
}
