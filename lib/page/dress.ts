import { all, documentOf, make, type Tree } from './dom.ts';
import css from './style.css?inline';

const SHEET_ATTRIBUTE = 'data-memo-qcm-style';

/**
 * Has the look of marks and note reach into a shadow root or a frame, where the extension's style sheet does not. A page
 * that forbids added styles keeps the words and the icon without their colours.
 */
export function dress(element: Element): void {
  const tree = Node.prototype.getRootNode.call(element) as Tree; // of what is shown
  if (tree === document || all(tree, `[${SHEET_ATTRIBUTE}]`).length > 0) return;
  const sheet = make(documentOf(tree), 'style');
  sheet.setAttribute(SHEET_ATTRIBUTE, '');
  sheet.textContent = css;
  const place = all(tree, ':root, head').at(-1) ?? tree;
  Node.prototype.appendChild.call(place, sheet);
}
