import type { Tab } from '../browsers/tab.ts';
import { fixture } from './extension.ts';
import { openSection } from './section.ts';

const FILE = 'input[type="file"]';

export async function choose(options: Tab, ...names: string[]): Promise<void> {
  await openSection(options, 'importer');
  await options.setFiles(FILE, ...names.map((name) => fixture(`qcm/${name}`)));
}

/** Waits for the preview and gives its counts, those that are not zero. */
export async function counts(options: Tab): Promise<string[]> {
  await options.waitFor('the counts', () => document.querySelector('.preview .counts') !== null, null);
  return (await options.texts('.preview .counts li')).filter((text) => !text.startsWith('0'));
}

/** Waits until the counts are these, after a choice in the preview. */
export async function seeCounts(options: Tab, ...wanted: string[]): Promise<void> {
  await options.waitFor(
    wanted.join(', '),
    (texts) => {
      const shown = [...document.querySelectorAll('.preview .counts li')].map((item) => item.textContent);
      return texts.every((text) => shown.includes(text));
    },
    wanted,
  );
}

/** Chooses what becomes of the conflict on one question. */
export async function chooseInConflict(options: Tab, question: string, label: string): Promise<void> {
  const place = await options.evaluate(
    ({ text, wanted }) => {
      const rows = [...document.querySelectorAll('.conflict')];
      const row = rows.findIndex((one) => one.querySelector('.row-question')?.textContent === text);
      const labels = [...(rows[row]?.querySelectorAll('label') ?? [])];
      return [row + 1, labels.findIndex((one) => one.textContent === wanted) + 2]; // the legend comes first
    },
    { text: question, wanted: label },
  );
  await options.click(`.conflicts > li:nth-child(${place[0]}) label:nth-child(${place[1]}) input`);
}

export async function abandon(options: Tab): Promise<void> {
  await options.click({ role: 'button', name: 'Abandonner' });
  await options.waitFor('no preview', () => document.querySelector('.preview') === null, null);
}

/** Confirms the import and waits until it is said to be done. */
export async function confirmImport(options: Tab): Promise<void> {
  await options.click({ role: 'button', name: /^Importer/ });
  await options.see('Import terminé', '[role="status"]');
  await options.waitFor(
    'the focus where the import began',
    () => document.querySelector('.preview') === null && document.activeElement?.id === 'import-title',
    null,
  );
}

/** Presses "stop" as soon as the bar of an import has moved, faster than a hand; once. */
export async function stopWhenItMoves(options: Tab): Promise<void> {
  await options.evaluate(() => {
    const watching = new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (!bar?.labels[0]?.textContent?.startsWith('Import') || bar.value === 0) return;
      watching.disconnect();
      bar.parentElement?.querySelector('button')?.click();
    });
    watching.observe(document, { childList: true, subtree: true, attributes: true });
    return true;
  }, null);
}

/** Drops one file of this text on the field, as from the desktop. */
export async function drop(options: Tab, name: string, text: string): Promise<void> {
  await openSection(options, 'importer');
  await options.evaluate(
    (file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text], file.name, { type: 'application/json' }));
      const target = document.querySelector('label[for="import-file"]');
      for (const type of ['dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    { name, text },
  );
}
