import type { Tab } from '../browsers/tab.ts';

/** Presses the button of this name and gives the file that the page hands out, byte for byte as Latin-1, and its name. */
export async function download(tab: Tab, button: string): Promise<{ name: string; bytes: string }> {
  await tab.evaluate(() => {
    const page = globalThis as { handedOut?: { blob: Blob; name: string } | null };
    page.handedOut = null;
    const make = URL.createObjectURL;
    let blob: Blob | null = null;
    URL.createObjectURL = (made) => {
      if (made instanceof Blob) blob = made;
      return make.call(URL, made);
    };
    // The link is pressed and never shown; its file need not reach the disk.
    const press = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (blob) page.handedOut = { blob, name: this.download };
      URL.createObjectURL = make;
      HTMLAnchorElement.prototype.click = press;
    };
  }, null);
  await tab.click({ role: 'button', name: button });
  await tab.waitFor('the file', () => Boolean((globalThis as { handedOut?: unknown }).handedOut), null);
  return tab.evaluate(async () => {
    const { handedOut } = globalThis as { handedOut?: { blob: Blob; name: string } | null };
    const bytes = new Uint8Array((await handedOut?.blob.arrayBuffer()) ?? new ArrayBuffer());
    return { name: handedOut?.name ?? '', bytes: String.fromCharCode(...bytes) };
  }, null);
}
