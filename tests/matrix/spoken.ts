import type { CDPSession, Page as ChromiumPage } from '@playwright/test';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';

/**
 * What the extension's notes on a page say to whoever listens: the text of each live region in their closed shadow
 * roots, which only the browsers' own protocols see into.
 */
export async function spokenOn(tab: Tab, browser: Browser['name']): Promise<string[]> {
  const notes = browser === 'chromium' ? await notesInChromium(tab) : await notesInFirefox(tab);
  return notes.flatMap(statusesIn).map(textOf);
}

/** A node as either protocol tells of it, without what is not needed. */
interface Node {
  name: string;
  role: string | null;
  text: string;
  inside: Node[];
}

function statusesIn(node: Node): Node[] {
  return node.role === 'status' ? [node] : node.inside.flatMap(statusesIn);
}

function textOf(node: Node): string {
  return node.text + node.inside.map(textOf).join('');
}

/** As Chromium's protocol has it. */
interface DomNode {
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

const sessions = new WeakMap<Tab, Promise<CDPSession>>();

async function notesInChromium(tab: Tab): Promise<Node[]> {
  const page = tab.page as unknown as ChromiumPage; // Chromium's driver is Playwright
  const session = sessions.get(tab) ?? page.context().newCDPSession(page);
  sessions.set(tab, session);
  const { root } = await (await session).send('DOM.getDocument', { depth: -1, pierce: true });
  return notesIn(fromDom(root));
}

function notesIn(node: Node): Node[] {
  return node.name === 'memo-qcm-note' ? [node] : node.inside.flatMap(notesIn);
}

function fromDom({ localName, nodeValue, attributes = [], ...around }: DomNode): Node {
  const { children = [], shadowRoots = [], contentDocument } = around;
  const role = attributes.indexOf('role');
  return {
    name: localName,
    role: role < 0 ? null : (attributes[role + 1] ?? null),
    text: nodeValue,
    inside: [...shadowRoots, ...(contentDocument ? [contentDocument] : []), ...children].map(fromDom),
  };
}

/** As WebDriver BiDi has it (`script.NodeRemoteValue`). */
interface BidiNode {
  value: {
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

/** The part of Puppeteer's page that speaks the protocol itself. */
interface BidiPage {
  mainFrame(): {
    mainRealm(): {
      realm: {
        callFunction(
          source: string,
          awaitPromise: boolean,
          options: { serializationOptions: { includeShadowTree: 'all'; maxDomDepth: number } },
        ): Promise<{ result?: { value?: BidiNode[] } }>;
      };
    };
  };
}

async function notesInFirefox(tab: Tab): Promise<Node[]> {
  const page = tab.page as unknown as BidiPage; // Firefox's driver is Puppeteer over BiDi
  const options = { serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 } } as const;
  const { realm } = page.mainFrame().mainRealm();
  const { result } = await realm.callFunction(String(findNotes), false, options);
  return (result?.value ?? []).map(fromBidi);
}

function fromBidi({ value }: BidiNode): Node {
  const { localName = '', nodeValue = '', attributes, children = [], shadowRoot } = value;
  const inside = [...(shadowRoot ? [shadowRoot] : []), ...children].map(fromBidi);
  return { name: localName, role: attributes?.role ?? null, text: nodeValue, inside };
}

/** In the page, so it stands alone. */
function findNotes(): Element[] {
  const search = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument; // undefined elsewhere
      return [...(element.localName === 'memo-qcm-note' ? [element] : []), ...(inner ? search(inner) : [])];
    });
  return search(document);
}
