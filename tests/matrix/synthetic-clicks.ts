import type { CDPSession, Page as ChromiumPage } from '@playwright/test';
import type { Browser } from '../browsers/browser.ts';
import type { Tab } from '../browsers/tab.ts';

/** A node as Chromium's protocol tells of it. */
interface DomNode {
  localName: string;
  backendNodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** A node as WebDriver BiDi tells of it. */
interface BidiNode {
  sharedId: string;
  value: { localName?: string; children?: BidiNode[]; shadowRoot?: BidiNode | null };
}

/** The part of Puppeteer's page that speaks the protocol itself. */
interface BidiPage {
  mainFrame(): {
    mainRealm(): {
      realm: {
        callFunction(
          source: string,
          awaitPromise: boolean,
          options: {
            serializationOptions?: { includeShadowTree: 'all'; maxDomDepth: number };
            arguments?: { sharedId: string }[];
          },
        ): Promise<{ result?: { value?: BidiNode[] } }>;
      };
    };
  };
}

/**
 * Clicks and keys by script on every button of the notes on a page, in their closed shadow roots, which no page could
 * reach: `times` rounds, from the page's own world. Returns how many buttons there are.
 */
export function clickByScript(tab: Tab, browser: Browser['name'], times: number): Promise<number> {
  return browser === 'chromium' ? inChromium(tab, times) : inFirefox(tab, times);
}

/** In the page, with a button: all that a script can do to it. */
function pretend(button: HTMLElement): void {
  button.click();
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    button.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
  for (const key of ['Escape', 'Enter', ' '])
    button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

async function inChromium(tab: Tab, times: number): Promise<number> {
  const page = tab.page as unknown as ChromiumPage; // Chromium's driver is Playwright
  const session: CDPSession = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const buttons = within(root, 'memo-qcm-note').flatMap((note) => within(note, 'button'));
  for (let round = 0; round < times; round += 1) {
    for (const { backendNodeId } of buttons) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      if (!object.objectId) continue;
      await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `function () { (${String(pretend)})(this); }`,
      });
    }
  }
  await session.detach();
  return buttons.length;
}

function within(node: DomNode, name: string): DomNode[] {
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap((one) => within(one, name));
  return node.localName === name ? [node, ...inside] : inside;
}

async function inFirefox(tab: Tab, times: number): Promise<number> {
  const { realm } = (tab.page as unknown as BidiPage).mainFrame().mainRealm(); // Firefox's driver is Puppeteer over BiDi
  const { result } = await realm.callFunction(
    '() => [...document.querySelectorAll("memo-qcm-note")]',
    false,
    { serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 } },
  );
  const buttons = (result?.value ?? []).flatMap(buttonsIn);
  for (let round = 0; round < times; round += 1) {
    for (const { sharedId } of buttons)
      await realm.callFunction(String(pretend), false, { arguments: [{ sharedId }] });
  }
  return buttons.length;
}

function buttonsIn(node: BidiNode): BidiNode[] {
  const { localName, children = [], shadowRoot } = node.value;
  const inside = [...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(buttonsIn);
  return localName === 'button' ? [node, ...inside] : inside;
}
