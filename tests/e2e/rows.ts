import type { Tab } from '../browsers/tab.ts';
import { openSection } from './section.ts';

/** The questions in the list of the popup or the tab, in its order. */
export async function listed(tab: Tab): Promise<string[]> {
  await openList(tab);
  return tab.texts('.row-question');
}

/** Waits until the list holds `count` questions. */
export async function seeRows(tab: Tab, count: number): Promise<void> {
  await openList(tab);
  await tab.waitFor(
    `${count} questions in the list`,
    (wanted) => document.querySelectorAll('.row-question').length === wanted,
    count,
  );
}

/** Presses a button of one question, which describes the button: its name alone is that of each row. */
export async function pressInRow(tab: Tab, question: string, name: string, account = ''): Promise<void> {
  await openList(tab);
  const css = await tab.waitFor(
    `${name} of ${question}`,
    ({ text, label, owner }) => {
      const title = [...document.querySelectorAll('.row-question')].find(
        (found) =>
          found.textContent === text &&
          (found.closest('.row')?.querySelector('.account')?.textContent ?? '') === owner,
      );
      const buttons = [...document.querySelectorAll(`button[aria-describedby="${title?.id}"]`)];
      const place = buttons.findIndex((button) => button.textContent === label);
      buttons[place]?.scrollIntoView({ block: 'center' });
      return place < 0 ? null : `button[aria-describedby="${title?.id}"]:nth-of-type(${place + 1})`;
    },
    { text: question, label: name, owner: account },
  );
  if (css) await tab.click(css);
}

/** Reveals a question's answers, each as `text: standing`, and hides them again. */
export async function reveal(tab: Tab, question: string, account = ''): Promise<string[]> {
  await pressInRow(tab, question, 'Afficher', account);
  await tab.waitFor('the answers', () => document.querySelector('.row-answers .answer') !== null, null);
  const answers = await tab.evaluate(
    () =>
      [...document.querySelectorAll('.row-answers .answer')].map((answer) => {
        const standing = answer.querySelector('.chip')?.lastChild?.textContent?.trim();
        return `${answer.querySelector('.data')?.textContent}: ${standing}`;
      }),
    null,
  );
  await pressInRow(tab, question, 'Masquer', account);
  return answers;
}

/** The popup has the list at once; the tab has it in a section of its own. */
async function openList(tab: Tab): Promise<void> {
  if (await tab.has('nav')) await openSection(tab, 'reponses');
}
