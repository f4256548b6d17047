import { expect, vi } from 'vitest';
import { ImportSection } from '../../../components/import-section.tsx';
import type { Vault } from '../../../components/use-vault.ts';
import type { Answer } from '../../../lib/challenge/answer.ts';
import type { ImportRequest } from '../../../lib/messages.ts';
import { emptyLists } from '../../../lib/qcm/import-lists.ts';
import { makeQuestion } from './given-vault.ts';
import { mount, settled, the, type } from './mount.ts';

/** Longer than what is waited for takes on any machine, in milliseconds. */
export const PATIENCE = 20_000;

export const COUNTS = { added: 2, merged: 0, unchanged: 0, toVerify: 1, conflicts: 0 };
const LYON: Answer = { text: 'LYON', standing: 'declared', addedAt: 0 };

/** The import section over a background that foresees these counts and lists; what was asked of it, and what it replies. */
export async function opened(counts = COUNTS, lists = emptyLists()) {
  const replies: Record<string, unknown> = {
    holdEntries: { held: 'h' },
    previewImport: { counts, lists },
    importProgress: { done: 0, of: 0 },
    dropImport: {},
  };
  const ask = vi.fn(async (name: string, _request: unknown) => replies[name]);
  const fail = vi.fn();
  const attempt = vi.fn(async (_name: string, _request: unknown) => [LYON]);
  const change = vi.fn(async (_name: string, _request: unknown, _say: unknown) => true);
  const questions = [makeQuestion('Ville ?')];
  const vault = { questions, ask, fail, attempt, change } as unknown as Vault; // all of it that an import uses
  const asked = (name: string) =>
    ask.mock.calls
      .filter((call) => call[0] === name)
      .map((call) => call[1] as ImportRequest & { entries: unknown[] }); // as the protocol has it
  return { body: await mount(<ImportSection vault={vault} />), ask, asked, fail, attempt, change, replies };
}

/** Chooses files, and waits for what would come of them, or for what is wrong. */
export async function choose(body: HTMLElement, ...files: File[]): Promise<void> {
  await give(body, ...files);
  // Reading a file takes the event loop's own time.
  await vi.waitFor(() => the(body, '.counts, [role=alert]'), PATIENCE);
  await settled(() => {});
}

/** Chooses files, and waits for nothing. */
export async function give(body: HTMLElement, ...files: File[]): Promise<void> {
  const input = the<HTMLInputElement>(body, 'input[type=file]');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await settled(() => input.dispatchEvent(new Event('change', { bubbles: true })));
}

/** Pastes a text and has it read, and waits for nothing. */
export async function paste(body: HTMLElement, text: string): Promise<void> {
  await type(the(body, 'textarea'), text);
  await settled(() => the<HTMLFormElement>(body, '.paste').requestSubmit());
}

/** Waits until the section says this: reading a file takes the event loop's own time. */
export async function see(body: HTMLElement, text: string): Promise<void> {
  await vi.waitFor(() => expect(body.textContent).toContain(text), PATIENCE);
  await settled(() => {});
}

export function file(name: string, content: BlobPart): File {
  return new File([content], name, { type: 'application/json' });
}
