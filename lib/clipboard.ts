import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** An answer stays in the clipboard for this long, in milliseconds. */
const STAYS = 30_000;
/** When the clipboard is to be emptied; in memory, for whichever page of ours is open then. It does not say of what. */
const KEY = 'clipboard-due';
/** What shows that its owner is in the page, which is when browsers let a page write to the clipboard. */
const SIGNS_OF_LIFE = ['focus', 'pointerdown', 'keydown'] as const;

/** Copies a text, to be taken out of the clipboard again after 30 seconds. Returns whether the browser allowed it. */
export async function copyForAWhile(text: string): Promise<boolean> {
  if (!(await write(text))) return false;
  await browser.storage.session.set({ [KEY]: Date.now() + STAYS });
  void watchClipboard();
  return true;
}

/**
 * Copies a text that stays, in place of any answer that was to be taken out; it may still be in the making. Returns whether
 * it was made, and the browser allowed it.
 */
export async function copyToKeep(text: string | Promise<string>): Promise<boolean> {
  if (!(await write(text))) return false;
  await browser.storage.session.remove(KEY);
  return true;
}

/**
 * Empties the clipboard once the time for it has come. The browser lets only a page in use write to it, so a page that
 * is left or closed before empties it as soon as this one, or the next, is in use again. What else may be in it by then
 * goes too: no page can look without asking for one more permission.
 */
export async function watchClipboard(): Promise<void> {
  const due = await readDue();
  if (due === null) return;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())));
  // It was copied again in the meantime, or emptied by another page.
  if ((await readDue()) !== due || (await empty())) return;
  const later = async () => {
    if ((await readDue()) === due && !(await empty())) return;
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, later);
  };
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, later);
}

const TYPE = 'text/plain';

function toBlob(text: string): Blob {
  return new Blob([text], { type: TYPE });
}

async function empty(): Promise<boolean> {
  const isEmpty = await write('');
  if (isEmpty) await browser.storage.session.remove(KEY);
  return isEmpty;
}

async function readDue(): Promise<number | null> {
  const stored = v.safeParse(v.number(), (await browser.storage.session.get(KEY))[KEY]);
  return stored.success ? stored.output : null;
}

async function write(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') {
      await navigator.clipboard.writeText(text);
      return true;
    }
    const making = text.then(toBlob);
    making.catch(() => {}); // a browser that refuses at once does not wait for it
    // Asked for at once: browsers forget a press within seconds, and with it that they are allowed.
    await navigator.clipboard.write([new ClipboardItem({ [TYPE]: making })]);
    return true;
  } catch {
    return false;
  }
}
