import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Puts markup into the document's body, alone, and gives back the body once effects have run. */
export async function mount(markup: ComponentChild): Promise<HTMLElement> {
  render(null, document.body);
  await settled(() => render(markup, document.body));
  return document.body;
}

/** Presses the button of that name, the first of several, and waits for what follows from it. */
export async function press(root: ParentNode, name: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
  if (!button) throw new Error(`No button "${name}"`);
  await settled(() => button.click());
}

/** Does something to the page, and lets what follows without time passing come to its end: replies, and what they lead to. */
export async function settled(work: () => unknown): Promise<void> {
  await act(() => void work());
  for (let turn = 0; turn < 10; turn += 1) await act(async () => {});
}

/** Types into a field as a person would, at one go. */
export async function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> {
  await settled(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The one element that a selector finds; an error when there is none. */
export function the<Found extends HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`Nothing at ${selector}`);
  return found;
}
