import type { Page } from '@playwright/test';

/** What the browser itself tells assistive technology; it sees into closed shadow roots too. Chromium only. */
export async function accessibilityTree(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ role, name }) => ({
    role: String(role?.value),
    name: String(name?.value ?? '').replace(/\s+/g, ' '),
  }));
}

/**
 * Puts a copy of each element with a closed shadow root at the end of the page, in `#copies`, its root open: a script
 * like axe sees into it then. Returns how many there are. Chromium only.
 */
export async function copyClosedRoots(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const roots = closedRootsIn(root);
  for (const { backendNodeId } of roots) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    if (!object.objectId) throw new Error('a closed root that cannot be reached');
    await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: String(copyRoot),
    });
  }
  await session.detach();
  return roots.length;
}

/** As the protocol tells of a node. */
interface Node {
  backendNodeId: number;
  shadowRootType?: string;
  children?: Node[];
  shadowRoots?: Node[];
}

function closedRootsIn(node: Node): Node[] {
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRootsIn);
  return node.shadowRootType === 'closed' ? [node, ...inside] : inside;
}

/** Runs in the page, on the root itself. */
function copyRoot(this: ShadowRoot): void {
  const place = document.querySelector('#copies') ?? document.createElement('section');
  place.setAttribute('aria-label', 'copies');
  place.id = 'copies';
  document.body.append(place);
  const host = this.host.cloneNode() as HTMLElement; // of the same kind as the host
  host.attachShadow({ mode: 'open' }).append(...[...this.childNodes].map((node) => node.cloneNode(true)));
  place.append(host);
}
